import { z } from 'zod';
import type { Caller } from '../../caller.ts';
import type { LedgerModel, StatusColumn } from '../../changes/ledger-model.ts';
import { bilingual, type BilingualText } from '../bilingual.ts';
import { refuseByGuard } from './guard.ts';
import type { LifeCycle, StatusFacts, Stated, Step, StepRow } from './life-cycle.type.ts';
import { byPermission } from './refusal.ts';
import type { StepFields } from './step-field.ts';

/** How it is decided who has a permission: the platform knows no roles. */
export interface Rights<Permission extends string> {
  may: (
    caller: Caller,
    permission: Permission,
    ...places: readonly (string | null | undefined)[]
  ) => boolean;
  noPermission: BilingualText;
}

type StepBuilder<Subject extends LedgerModel, State extends Stated, Permission extends string> = <
  const Fields extends StepFields,
>(
  row: StepRow<Subject, State, Permission, Fields>,
) => Step<Subject, State>;

/** A table of statuses as it is written. */
type StatusTable = Readonly<Record<string, StatusFacts>>;

/** Every trait that a table says of one of its statuses. */
type TraitOf<Statuses extends StatusTable> = {
  [Status in keyof Statuses]: keyof Statuses[Status]['traits'] & string;
}[keyof Statuses];

/** A table that says each of its traits of every status there is, and knows no other status. */
type WholeTable<Statuses extends StatusTable, Status extends string> = Readonly<
  Record<Status, StatusFacts<TraitOf<Statuses> | 'isOpen'>> &
    Record<Exclude<keyof Statuses, Status>, never>
>;

interface Definition<
  Subject extends LedgerModel,
  State extends Stated,
  Statuses extends StatusTable,
  Action extends string,
  Permission extends string,
> {
  subject: Subject;
  words: BilingualText;
  /** The column that holds the status, unless it is `status`; null when it follows from other columns. */
  column?: StatusColumn<Subject> | null;
  places: (state: State) => readonly (string | null)[];
  statuses: Statuses & WholeTable<NoInfer<Statuses>, NoInfer<State>['status']>;
  born: Readonly<Record<string, NoInfer<State>['status']>>;
  /** What somebody reads who takes a step out of order. */
  outOfOrder?: BilingualText;
  steps: (
    step: StepBuilder<Subject, NoInfer<State>, Permission>,
  ) => Record<Action, Step<Subject, NoInfer<State>>>;
}

const OUT_OF_ORDER = bilingual('当前状态不能进行此操作', 'Its status does not allow this step');

/**
 * Makes the function by which domains write life cycles as tables. A status that a table leaves out, or one
 * whose traits are not all said, does not compile.
 */
export function lifeCycles<Permission extends string>({ may, noPermission }: Rights<Permission>) {
  return function defineLifeCycle<
    Subject extends LedgerModel,
    State extends Stated,
    const Statuses extends StatusTable,
    Action extends string,
  >({
    column,
    outOfOrder = OUT_OF_ORDER,
    ...definition
  }: Definition<Subject, State, Statuses, Action, Permission>): LifeCycle<
    Subject,
    State,
    TraitOf<Statuses>,
    Action
  > {
    type Trait = TraitOf<Statuses>;
    const { places } = definition;
    const statuses = definition.statuses as Readonly<Record<State['status'], StatusFacts<Trait>>>;
    const steps = definition.steps(completeStep);
    const everyStatus = Object.keys(statuses) as State['status'][];
    const is = (trait: Trait, status: State['status']) => statuses[status].traits[trait];
    return {
      ...definition,
      statuses,
      column: column === undefined ? 'status' : column,
      steps,
      actions: Object.keys(steps) as Action[],
      is,
      everyStatus,
      bornBy: ({ type }, reported) => ({
        [column ?? 'status']: reported === undefined ? definition.born[type] : reported,
      }),
      statusesThatAre: (trait) => everyStatus.filter((status) => is(trait, status)),
      refuse: (action, state, caller) => {
        const { permission, from, guards } = steps[action];
        // Nobody takes by hand what follows from other steps.
        if (!permission || !may(caller, permission as Permission, ...places(state)))
          return byPermission(noPermission);
        if (!from.includes(state.status))
          return { kind: 'rule', rule: 'status', message: outOfOrder };
        for (const guard of guards) {
          const refusal = refuseByGuard(guard, state as never, caller);
          if (refusal) return refusal;
        }
        return null;
      },
    };
  };
}

function completeStep<
  Subject extends LedgerModel,
  State extends Stated,
  Permission extends string,
  const Fields extends StepFields,
>({ sets, ...row }: StepRow<Subject, State, Permission, Fields>): Step<Subject, State> {
  return {
    ...row,
    guards: row.guards ?? [],
    input:
      row.input ??
      z.object(
        Object.fromEntries(Object.entries(row.fields).map(([name, { rule }]) => [name, rule])),
      ),
    advice: row.advice ?? null,
    isDangerous: row.isDangerous ?? false,
    hasOwnCommand: row.hasOwnCommand ?? false,
    // The platform gives a step only fields that its own input has checked.
    ...(sets && { sets: sets as NonNullable<Step<Subject, State>['sets']> }),
  };
}
