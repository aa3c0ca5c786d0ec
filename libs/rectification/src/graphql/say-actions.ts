import { allowedAction } from '@taizhang/platform/rules';
import type { Refusal } from '../rules/index.ts';

/** What `allowedActions` answers: each action with its refusal, or that there is none. */
export const sayActions = (refusals: Record<string, Refusal | null>) =>
  Object.entries(refusals).map(([action, refusal]) =>
    allowedAction(action, refusal?.message ?? null),
  );

/** The words for the field that asks. */
export const ALLOWED_ACTIONS =
  '当前用户可执行的操作。What the viewer may do to it now, and why not.';
