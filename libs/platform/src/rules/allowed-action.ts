import type { Caller } from '../caller.ts';
import type { BilingualText } from './bilingual.ts';
import type { Refusal } from './life-cycle/refusal.ts';

/** Whether somebody may run a mutation on a record now; `reason` says why not. */
export interface AllowedAction {
  action: string;
  allowed: boolean;
  reason: BilingualText | null;
  /** What it is called, where its table says so. */
  label: BilingualText | null;
  isDangerous: boolean;
  /** Who else could: the permission, the places of which one must be theirs, and the rule itself. */
  needs: ActionNeeds | null;
}

export interface ActionNeeds {
  permission: string;
  places: readonly (string | null)[];
  refuse: (caller: Caller) => Refusal | null;
}

/** Wraps the refusal of an action, or its absence. */
export const allowedAction = (
  action: string,
  refusal: BilingualText | null,
  more: Partial<Pick<AllowedAction, 'label' | 'isDangerous' | 'needs'>> = {},
): AllowedAction => ({
  action,
  allowed: refusal === null,
  reason: refusal,
  label: null,
  isDangerous: false,
  needs: null,
  ...more,
});

/** What `allowedActions` answers: each action with its refusal, or that there is none. */
export const sayActions = (
  refusals: Readonly<Record<string, { message: BilingualText } | null>>,
): AllowedAction[] =>
  Object.entries(refusals).map(([action, refusal]) =>
    allowedAction(action, refusal?.message ?? null),
  );
