import type { Caller } from '../../caller.ts';
import type { LedgerModel } from '../../changes/ledger-model.ts';
import type { AllowedAction } from '../allowed-action.ts';
import type { LifeCycle, Stated } from './life-cycle.type.ts';

/** What the caller may do to a record now by its life cycle, and why not. */
export function offerSteps<
  Subject extends LedgerModel,
  State extends Stated,
  Trait extends string,
  Action extends string,
>(
  cycle: LifeCycle<Subject, State, Trait, Action>,
  state: State,
  caller: Caller | null,
): AllowedAction[] {
  if (!caller) return [];
  return cycle.actions.flatMap((action) => {
    const { permission, words, isDangerous } = cycle.steps[action];
    if (!permission) return [];
    const refuse = (anybody: Caller) => cycle.refuse(action, state, anybody);
    const refusal = refuse(caller);
    return {
      action,
      allowed: refusal === null,
      reason: refusal?.message ?? null,
      label: words,
      isDangerous,
      needs: { permission, places: cycle.places(state), refuse },
    };
  });
}
