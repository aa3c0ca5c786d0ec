import { allowedAction } from '@taizhang/platform/rules';
import type { Refusal } from '@taizhang/rectification/rules';

/** What `allowedActions` answers: each action with its refusal, or that there is none. */
export const sayActions = <Action extends string>(
  actions: readonly Action[],
  refuse: (action: Action) => Refusal | null,
) => actions.map((action) => allowedAction(action, refuse(action)?.message ?? null));

/** The words for the field that asks. */
export const ALLOWED_ACTIONS =
  '当前用户可执行的操作。What the viewer may do to it now, and why not.';
