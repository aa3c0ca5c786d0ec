import { RECTIFICATION_EVENTS as EVENTS } from '@taizhang/rectification/rules';
import { dateOf } from './china-time.ts';
import type { DemoExtension, DemoRound, DemoSupervision } from './demo-data.type.ts';
import { demoId } from './demo-ids.ts';
import { momentIn, type DemoPast } from './demo-past.ts';
import { placeItems, type PlacedItem } from './place-items.ts';

/** Adds what was asked for and ordered on the items of a round: extensions, supervisions, reminders. */
export function addFollowUpRows(past: DemoPast, round: DemoRound): void {
  const items = new Map(placeItems(round).map((placed) => [placed.path, placed]));
  const find = (path: string) => {
    const placed = items.get(path);
    if (!placed) throw new Error(`The demo round ${round.code} has no item ${path}`);
    return placed;
  };
  for (const request of round.extensions) addExtension(past, request, find(request.item));
  for (const supervision of round.supervisions)
    addSupervision(past, supervision, find(supervision.item));
}

function addExtension(
  past: DemoPast,
  { requestedBy, requestedOn, requestedDueOn, reason, decision }: DemoExtension,
  { code, id: itemId, item }: PlacedItem,
): void {
  const id = demoId('extension', `${code}/${requestedOn}`);
  past.make(
    EVENTS.EXTENSION_REQUESTED,
    {
      id,
      itemId,
      requestedById: demoId('person', requestedBy),
      previousDueOn: dateOf(item.dueOn),
      requestedDueOn: dateOf(requestedDueOn),
      reason,
      provenance: 'DEMO',
    },
    { on: requestedOn, by: requestedBy, reason },
  );
  if (!decision) return;
  const event = decision.granted ? EVENTS.EXTENSION_GRANTED : EVENTS.EXTENSION_REFUSED;
  past.change(
    event,
    id,
    {
      status: decision.granted ? 'GRANTED' : 'REFUSED',
      decidedById: demoId('person', decision.by),
      decidedAt: momentIn(event, decision),
      decisionReason: decision.reason,
    },
    { on: decision.on, by: decision.by, reason: decision.reason },
  );
}

function addSupervision(
  past: DemoPast,
  { kind, on, by, note, answer }: DemoSupervision,
  { code, id: itemId }: PlacedItem,
): void {
  const id = demoId('supervision', `${code}/${on}`);
  past.make(
    EVENTS.SUPERVISION_RECORDED,
    {
      id,
      itemId,
      kind,
      supervisedOn: dateOf(on),
      byPersonId: demoId('person', by),
      note,
      provenance: 'DEMO',
    },
    { on, by },
  );
  if (!answer) return;
  past.change(
    EVENTS.SUPERVISION_ANSWERED,
    id,
    {
      answer: answer.text,
      answeredOn: dateOf(answer.on),
      answeredById: demoId('person', answer.by),
    },
    { on: answer.on, by: answer.by },
  );
}
