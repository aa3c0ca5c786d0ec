import type { Caller } from '../caller.ts';
import type { Prisma } from '../database/generated/client/client.ts';
import type { ActModel } from '../database/generated/client/models/Act.ts';
import { bilingual, type BilingualText } from '../rules/bilingual.ts';
import { findAct, knownActs } from './define-act.ts';

type Refusal =
  | { kind: 'permission'; message: BilingualText }
  | { kind: 'rule'; rule: string; message: BilingualText };

const NOT_RUNNING = bilingual('已经结束', 'It has ended already');
const RUNNING = bilingual(
  '还在进行，请先取消或等它完成',
  'It is under way: cancel it or wait for its end',
);
const UNDONE = bilingual('已经撤销', 'It has been undone already');
const IS_UNDO = bilingual('撤销本身不能再撤销', 'What undoes cannot be undone');
const UNKNOWN = bilingual('本服务不认识这种操作', 'This hub does not know such work');

/** What has to be known of an act to judge it; not what it still has to do, which may be long. */
export type ActFacts = Omit<ActModel, 'data'>;

/** Why the caller may not stop or undo an act at its place. */
function refusePlace({ command, organizationId }: ActFacts, caller: Caller): Refusal | null {
  const definition = findAct(command);
  if (!definition) return { kind: 'permission', message: UNKNOWN };
  const places = definition.places(caller);
  const isAmong = places === null || (organizationId !== null && places.includes(organizationId));
  return isAmong ? null : { kind: 'permission', message: definition.refusal };
}

/** Whether the caller may look at an act: its own, or where they could have begun it. */
export const isActVisible = (act: ActFacts, caller: Caller): boolean =>
  act.actorKey === caller.key || !refusePlace(act, caller);

/** The same as a condition on many. */
export function visibleActs(caller: Caller | null): Prisma.ActWhereInput {
  if (!caller) return { id: { in: [] } };
  const conditions = knownActs().map(({ command, places }): Prisma.ActWhereInput => {
    const among = places(caller);
    return { command, ...(among && { organizationId: { in: [...among] } }) };
  });
  return { OR: [{ actorKey: caller.key }, ...conditions] };
}

/** Why the caller may not stop an act now; what it wrote so far stays and can be undone. */
export const refuseCancelAct = (act: ActFacts, caller: Caller): Refusal | null =>
  refusePlace(act, caller) ??
  (act.status === 'RUNNING' ? null : { kind: 'rule', rule: 'status', message: NOT_RUNNING });

/** Why the caller may not undo an act now: whoever could do the same there today may. */
export function refuseUndoAct(act: ActFacts, caller: Caller): Refusal | null {
  const refusal = refusePlace(act, caller);
  if (refusal) return refusal;
  const message =
    act.kind === 'UNDO'
      ? IS_UNDO
      : act.status === 'RUNNING'
        ? RUNNING
        : act.status === 'UNDONE'
          ? UNDONE
          : null;
  return message && { kind: 'rule', rule: 'status', message };
}
