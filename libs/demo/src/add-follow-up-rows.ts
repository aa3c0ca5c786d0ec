import { placeItems, type PlacedItem } from './add-item-rows.ts';
import { dateOf } from './china-time.ts';
import type { DemoExtension, DemoRound, DemoSupervision } from './demo-data.type.ts';
import { demoId } from './demo-ids.ts';
import type { DemoRows } from './demo-rows.type.ts';
import { traceHistory } from './trace-history.ts';

/** Adds what was asked for and ordered on the items of a round: extensions, supervisions, reminders. */
export function addFollowUpRows(rows: DemoRows, round: DemoRound): void {
  const items = new Map(placeItems(round).map((placed) => [placed.path, placed]));
  const find = (path: string) => {
    const placed = items.get(path);
    if (!placed) throw new Error(`The demo round ${round.code} has no item ${path}`);
    return placed;
  };
  for (const request of round.extensions) addExtension(rows, round, request, find(request.item));
  for (const supervision of round.supervisions)
    addSupervision(rows, round, supervision, find(supervision.item));
}

function addExtension(
  rows: DemoRows,
  { organization }: DemoRound,
  { requestedBy, requestedOn, requestedDueOn, reason, decision }: DemoExtension,
  { code, id: itemId, item }: PlacedItem,
): void {
  const id = demoId('extension', `${code}/${requestedOn}`);
  const outcome = decision && (decision.granted ? 'GRANTED' : 'REFUSED');
  const { events, version, createdAt, updatedAt } = traceHistory(
    { type: 'ExtensionRequest', id, itemId, organization },
    [
      {
        on: requestedOn,
        type: 'EXTENSION_REQUESTED',
        actor: requestedBy,
        after: { status: 'REQUESTED', requestedDueOn },
        reason,
      },
      ...(decision
        ? [
            {
              on: decision.on,
              type: `EXTENSION_${outcome}`,
              actor: decision.by,
              after: { status: outcome ?? null },
              reason: decision.reason,
            },
          ]
        : []),
    ],
  );
  rows.extensions.push({
    id,
    itemId,
    status: outcome ?? 'REQUESTED',
    requestedById: demoId('person', requestedBy),
    requestedAt: createdAt,
    previousDueOn: dateOf(item.dueOn),
    requestedDueOn: dateOf(requestedDueOn),
    reason,
    decidedById: decision ? demoId('person', decision.by) : null,
    decidedAt: decision ? updatedAt : null,
    decisionReason: decision?.reason ?? null,
    provenance: 'DEMO',
    version,
  });
  rows.events.push(...events);
}

function addSupervision(
  rows: DemoRows,
  { organization }: DemoRound,
  { kind, on, by, note, answer }: DemoSupervision,
  { code, id: itemId }: PlacedItem,
): void {
  const id = demoId('supervision', `${code}/${on}`);
  const { events, version } = traceHistory({ type: 'Supervision', id, itemId, organization }, [
    { on, type: 'SUPERVISION_RECORDED', actor: by, after: { kind, note } },
    ...(answer
      ? [
          {
            on: answer.on,
            type: 'SUPERVISION_ANSWERED',
            actor: answer.by,
            after: { kind, answer: answer.text },
          },
        ]
      : []),
  ]);
  rows.supervisions.push({
    id,
    itemId,
    kind,
    supervisedOn: dateOf(on),
    byPersonId: demoId('person', by),
    note,
    answer: answer?.text ?? null,
    answeredOn: answer ? dateOf(answer.on) : null,
    answeredById: answer ? demoId('person', answer.by) : null,
    provenance: 'DEMO',
    version,
  });
  rows.events.push(...events);
}
