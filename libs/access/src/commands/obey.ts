import { ForbiddenError, TransitionError } from '@taizhang/platform';
import type { RightsRefusal } from '../rules/index.ts';

/** Turns a refusal into the error that the caller gets. @throws ForbiddenError, TransitionError */
export function obey(refusal: RightsRefusal | null): void {
  if (!refusal) return;
  if (refusal.kind === 'permission') throw new ForbiddenError(refusal.message);
  throw new TransitionError(refusal.rule, refusal.message);
}
