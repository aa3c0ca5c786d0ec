import type { InputFieldMap } from '@pothos/core';
import type { LedgerModel } from '../changes/ledger-model.ts';
import type { LifeCycleFacts, StepField, StepFields } from '../rules/life-cycle/index.ts';
import {
  commandMutation,
  type ChangeInput,
  type CommandMutation,
} from '../schema/command-mutation.ts';
import type { RequestContext } from '../schema/context.ts';

type InputBuilder = Parameters<NonNullable<CommandMutation<ChangeInput>['fields']>>[0];
type Models = NonNullable<CommandMutation<ChangeInput>['ids']>;
/** The domain's input types for fields that are rows of their own, by their names. */
export type PartTypes = Readonly<Record<string, object>>;

/** Adds the mutation of each step of a life cycle that somebody takes by hand. */
export function stepMutations<Action extends string>(
  cycle: LifeCycleFacts & { subject: LedgerModel; actions: readonly Action[] },
  commands: {
    command: (action: Action) => (context: RequestContext, input: ChangeInput) => Promise<string>;
  },
  parts: PartTypes = {},
): void {
  for (const action of cycle.actions) {
    const { permission, hasOwnCommand, description, fields } = cycle.steps[action]!;
    if (!permission || hasOwnCommand) continue;
    commandMutation({
      name: action,
      description,
      model: cycle.subject as 'RectificationItem',
      changes: cycle.subject as 'RectificationItem',
      ids: modelsOf(fields),
      fields: (t) => inputFields(t, fields, parts),
      run: commands.command(action),
    });
  }
}

/** The input fields that name records, with the types of these, also inside rows. */
function modelsOf(fields: StepFields): Models {
  const models: Record<string, string> = {};
  for (const [name, field] of Object.entries(fields)) {
    if (field.kind === 'record' || field.kind === 'records') models[name] = field.model;
    if (field.kind === 'parts') Object.assign(models, field.ids);
  }
  return models as Models;
}

const inputFields = (t: InputBuilder, fields: StepFields, parts: PartTypes): InputFieldMap =>
  Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, inputField(t, field, parts)]),
  ) as InputFieldMap;

function inputField(t: InputBuilder, field: StepField, parts: PartTypes) {
  const { description, isRequired: required } = field;
  const about = { description, required };
  switch (field.kind) {
    case 'text':
      return t.string(about);
    case 'day':
      return t.field({ type: 'Date', ...about });
    case 'whole':
      return t.int(about);
    case 'record':
      return t.id(about);
    case 'records':
      return t.idList(about);
    case 'parts':
      return t.field({ type: [parts[field.inputType] as never], ...about });
  }
}
