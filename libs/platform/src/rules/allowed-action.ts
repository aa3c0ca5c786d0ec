import type { BilingualText } from './bilingual.ts';

/** Whether somebody may run a mutation on a record now; `reason` says why not. */
export interface AllowedAction {
  action: string;
  allowed: boolean;
  reason: BilingualText | null;
}

/** Wraps the refusal of an action, or its absence. */
export const allowedAction = (action: string, refusal: BilingualText | null): AllowedAction => ({
  action,
  allowed: refusal === null,
  reason: refusal,
});

/** What `allowedActions` answers: each action with its refusal, or that there is none. */
export const sayActions = (
  refusals: Readonly<Record<string, { message: BilingualText } | null>>,
): AllowedAction[] =>
  Object.entries(refusals).map(([action, refusal]) =>
    allowedAction(action, refusal?.message ?? null),
  );
