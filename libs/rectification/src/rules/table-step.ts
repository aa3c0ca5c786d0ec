import { may, NO_PERMISSION, type Permission } from '@taizhang/access/rules';
import type { Caller } from '@taizhang/platform';
import { byPermission, byRule, type Refusal } from './refusal.ts';

/** One step of a life cycle, as the small tables of follow-up and review write it. */
export interface TableStep<Status extends string, State> {
  from: readonly Status[];
  to: Status;
  permission: Permission;
  event: string;
  needsReason?: true;
  guards?: readonly ((record: State, caller: Caller) => Refusal | null)[];
}

/** Refuses whoever is no person: a step that counts as somebody's cannot be an API client's. */
export const aPersonActs = (_record: unknown, { personId }: Caller): Refusal | null =>
  personId === null ? byRule('a-person-acts', '须由本人办理', 'A person has to do it') : null;

/** Why the caller may not take the step at these places now; null when they may. */
export function refuseTableStep<Status extends string, State extends { status: Status }>(
  step: TableStep<Status, State>,
  record: State,
  places: readonly (string | null)[],
  caller: Caller,
): Refusal | null {
  if (!may(caller, step.permission, ...places)) return byPermission(NO_PERMISSION);
  if (!step.from.includes(record.status))
    return byRule('status', '当前状态不能进行此操作', 'Its status does not allow this step');
  for (const guard of step.guards ?? []) {
    const refusal = guard(record, caller);
    if (refusal) return refusal;
  }
  return null;
}
