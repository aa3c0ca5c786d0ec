import type { z } from 'zod';
import type { ColumnChanges, LedgerModel, Row } from '../changes/ledger-model.ts';
import { obey } from '../commands/obey.ts';
import { runCommand, type CommandScope } from '../commands/run-command.ts';
import { todayInShanghai } from '../rules/fields.ts';
import type { LifeCycle, Stated } from '../rules/life-cycle/index.ts';
import type { ChangeInput } from '../schema/command-mutation.ts';
import type { RequestContext } from '../schema/context.ts';

/** A record as a domain's loader finds it: the whole row, and what the rules read of it. */
export interface Loaded<Subject extends LedgerModel, State extends Stated> {
  row: Row<Subject>;
  state: State;
}

/** The checked input of a step; each hook knows its own fields. */
export type StepInput = Readonly<Record<string, unknown>> & { reason?: string | null };

export interface StepPlan<
  Subject extends LedgerModel,
  State extends Stated,
  Action extends string,
  Found extends Loaded<Subject, State>,
> {
  /** Loads a record that the caller may see, locked where two at once could break a rule. @throws NotFoundError */
  load: (scope: CommandScope, id: string, fields: StepInput) => Promise<Found>;
  /** What has to be looked up or written before the step itself; a refusal is thrown. */
  before?: Partial<Record<Action, (scope: CommandScope, found: Found, fields: never) => unknown>>;
  /** What follows from a step. */
  after?: Partial<Record<Action, (scope: CommandScope, found: Found, fields: never) => unknown>>;
  /** What follows from every step, last; `found` holds the row as it is stored now. */
  finally?: (scope: CommandScope, action: Action, found: Found, fields: StepInput) => unknown;
}

export interface StepCommands<
  Subject extends LedgerModel,
  State extends Stated,
  Action extends string,
  Found extends Loaded<Subject, State>,
> {
  load: StepPlan<Subject, State, Action, Found>['load'];
  /**
   * Takes a step inside a command that has loaded the record.
   *
   * @returns the row as it is stored now.
   * @throws ForbiddenError, TransitionError naming the rule, ConflictError
   */
  take: (
    scope: CommandScope,
    action: Action,
    found: Found,
    fields?: StepInput,
    expectedVersion?: number,
  ) => Promise<Row<Subject>>;
  /** The command that takes a step: what its mutation runs. */
  command: (action: Action) => (context: RequestContext, input: ChangeInput) => Promise<string>;
}

/** The commands of a life cycle: every step loads, decides by the table, and writes status and event in one. */
export function stepCommands<
  Subject extends LedgerModel,
  State extends Stated,
  Trait extends string,
  Action extends string,
  Found extends Loaded<Subject, State>,
>(
  cycle: LifeCycle<Subject, State, Trait, Action>,
  plan: StepPlan<Subject, State, Action, Found>,
): StepCommands<Subject, State, Action, Found> {
  const take: StepCommands<Subject, State, Action, Found>['take'] = async (
    scope,
    action,
    found,
    fields = {},
    expectedVersion,
  ) => {
    const { state } = found;
    const step = cycle.steps[action];
    // What nobody takes by hand follows from a step that was decided on already.
    if (step.permission) obey(cycle.refuse(action, state, scope.caller));
    await plan.before?.[action]?.(scope, found, fields as never);
    const { caller, now } = scope;
    const taking = { caller, now, today: todayInShanghai(now) };
    const columns = {
      ...(cycle.column && { [cycle.column]: step.to }),
      ...step.sets?.(state, fields, taking),
    } as ColumnChanges<Subject>;
    const about = {
      reason: fields.reason,
      ...(expectedVersion !== undefined && { expectedVersion }),
    };
    const row = await scope.change(step.event, found.row, columns, about);
    const taken = { ...found, row };
    await plan.after?.[action]?.(scope, taken, fields as never);
    await plan.finally?.(scope, action, taken, fields);
    return row;
  };

  return {
    load: plan.load,
    take,
    command: (action) => (context, input) =>
      runCommand(
        context,
        {
          name: action,
          idempotencyKey: input.idempotencyKey,
          schema: cycle.steps[action].input as z.ZodType<StepInput>,
          input,
          subjectId: input.id,
        },
        async (scope, fields) => {
          const found = await plan.load(scope, input.id, fields);
          await take(scope, action, found, fields, input.expectedVersion);
        },
      ),
  };
}
