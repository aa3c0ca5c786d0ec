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
  request: DemoExtension,
  { code, id: itemId, item }: PlacedItem,
): void {
  const id = demoId('extension', `${code}/${request.requestedOn}`);
  const decision = request.granted ? 'GRANTED' : 'REFUSED';
  const { events, version, createdAt, updatedAt } = traceHistory(
    { type: 'ExtensionRequest', id, itemId, organization },
    [
      {
        on: request.requestedOn,
        type: 'EXTENSION_REQUESTED',
        actor: request.requestedBy,
        after: { status: 'REQUESTED', requestedDueOn: request.requestedDueOn },
        reason: request.reason,
      },
      {
        on: request.decidedOn,
        type: `EXTENSION_${decision}`,
        actor: request.decidedBy,
        after: { status: decision },
        reason: request.decisionReason,
      },
    ],
  );
  rows.extensions.push({
    id,
    itemId,
    status: decision,
    requestedById: demoId('person', request.requestedBy),
    requestedAt: createdAt,
    previousDueOn: dateOf(item.dueOn),
    requestedDueOn: dateOf(request.requestedDueOn),
    reason: request.reason,
    decidedById: demoId('person', request.decidedBy),
    decidedAt: updatedAt,
    decisionReason: request.decisionReason,
    provenance: 'DEMO',
    version,
  });
  rows.events.push(...events);
}

function addSupervision(
  rows: DemoRows,
  { organization }: DemoRound,
  { kind, on, by, note }: DemoSupervision,
  { code, id: itemId }: PlacedItem,
): void {
  const id = demoId('supervision', `${code}/${on}`);
  const { events } = traceHistory({ type: 'Supervision', id, itemId, organization }, [
    { on, type: 'SUPERVISION_RECORDED', actor: by, after: { kind, note } },
  ]);
  rows.supervisions.push({
    id,
    itemId,
    kind,
    supervisedOn: dateOf(on),
    byPersonId: demoId('person', by),
    note,
    provenance: 'DEMO',
  });
  rows.events.push(...events);
}
