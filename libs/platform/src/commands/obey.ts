import { ForbiddenError, TransitionError } from '../errors/domain-errors.ts';
import type { BilingualText } from '../rules/index.ts';

/** What a rule answers instead of its consent. */
type Refused =
  | { kind: 'permission'; message: BilingualText }
  | { kind: 'rule'; rule: string; message: BilingualText };

/** Turns a refusal into the error that the caller gets. @throws ForbiddenError, TransitionError */
export function obey(refusal: Refused | null): void {
  if (!refusal) return;
  if (refusal.kind === 'permission') throw new ForbiddenError(refusal.message);
  throw new TransitionError(refusal.rule, refusal.message);
}
