import type { Caller } from '../caller.ts';
import type { ActModel } from '../database/generated/client/models/Act.ts';
import { bilingual, type BilingualText } from '../rules/bilingual.ts';
import { findAct } from './define-act.ts';
import type { ActData } from './row-step.type.ts';

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

/** Why the caller may not stop or undo an act at its place. */
function refusePlace(act: ActModel, caller: Caller): Refusal | null {
  const { organizationId } = act.data as unknown as ActData;
  const definition = findAct(act.command);
  const message = definition ? definition.refuse(caller, organizationId) : UNKNOWN;
  return message && { kind: 'permission', message };
}

/** Whether the caller may look at an act: its own, or where they could have begun it. */
export const isActVisible = (act: ActModel, caller: Caller): boolean =>
  act.actorKey === caller.key || !refusePlace(act, caller);

/** Why the caller may not stop an act now; what it wrote so far stays and can be undone. */
export const refuseCancelAct = (act: ActModel, caller: Caller): Refusal | null =>
  refusePlace(act, caller) ??
  (act.status === 'RUNNING' ? null : { kind: 'rule', rule: 'status', message: NOT_RUNNING });

/** Why the caller may not undo an act now: whoever could do the same there today may. */
export function refuseUndoAct(act: ActModel, caller: Caller): Refusal | null {
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
