import { obey, ValidationError, type CommandScope } from '@taizhang/platform';
import { todayInShanghai } from '@taizhang/platform/rules';
import {
  fieldOf,
  isReference,
  naming,
  readValues,
  refuseByRules,
  seesField,
  titleField,
  withComputed,
  type EntryPlaces,
  type PlainValue,
  type RegisterDefinition,
  type RegisterStep,
  type ValueInput,
} from '../rules/index.ts';
import { valueRow } from '../entry-rows.ts';
import { plainValue, readFacts, type StoredValue } from '../stored-value.ts';
import { nameRecord } from './name-records.ts';

interface Composition extends EntryPlaces {
  entryId: string;
  registerId: string;
  number: number;
  definition: RegisterDefinition;
  /** The step that says the values, and the stage that it is taken in. */
  step: RegisterStep;
  stage: string;
  given: readonly ValueInput[];
  held: readonly StoredValue[];
}

/**
 * What an entry is once a step has said its values: checked, named, computed, and let pass by the rules.
 *
 * @throws ValidationError, NotFoundError, TransitionError
 */
export async function composeEntry(scope: CommandScope, composition: Composition) {
  const { definition, step, given, held, stage, registerId } = composition;
  const heldValues = Object.fromEntries(held.map((value) => [value.key, plainValue(value)]));
  const { values, errors } = readValues(definition, step, given, heldValues);
  if (errors.length) throw new ValidationError(errors);

  const said: Record<string, PlainValue | null> = { ...heldValues, ...values };
  const called = new Map(held.map(({ key, text }) => [key, text]));
  for (const [key, value] of Object.entries(values)) {
    const field = fieldOf(definition, key)!;
    if (!isReference(field.kind) || value === null || value === heldValues[key]) continue;
    const name = given.find((input) => input.key === key)?.text;
    const about = { organizationId: composition.organizationId, said: name };
    called.set(key, await nameRecord(scope, field, String(value), about));
  }

  const facts = {
    values: await readFacts(scope.tx, definition, said),
    today: todayInShanghai(scope.now),
    stage,
  };
  const whole = withComputed(definition, facts);
  obey(
    refuseByRules(definition, step, { ...facts, values: whole }, (field) =>
      seesField(scope.caller, definition, field, composition),
    ),
  );
  for (const { key, value } of definition.fields)
    if (value) said[key] = (whole[key] as PlainValue | null | undefined) ?? null;

  const rows = definition.fields.map((field) =>
    valueRow(field, said[field.key] ?? null, called.get(field.key) ?? null, registerId),
  );
  await refuseRepeated(scope, composition, rows);
  const title = titleField(definition);
  return {
    values: rows,
    title: (title && (said[title.key] as string | null)) || `No. ${composition.number}`,
  };
}

/** @throws ValidationError naming each value that another entry has already. */
async function refuseRepeated(
  { tx }: CommandScope,
  { entryId, registerId, given, definition }: Composition,
  rows: readonly StoredValue[],
) {
  const errors = [];
  for (const { key, uniqueAs } of rows) {
    if (uniqueAs === null) continue;
    const other = { registerId, key, uniqueAs, entryId: { not: entryId } };
    if (!(await tx.registerEntryValue.count({ where: other }))) continue;
    const index = given.findIndex((input) => input.key === key);
    const { label } = fieldOf(definition, key)!;
    errors.push({
      path: ['values', index < 0 ? key : String(index)],
      message: naming(
        label,
        (name) => `${name}与另一登记相同`,
        (name) => `${name}: another entry says the same`,
      ),
    });
  }
  if (errors.length) throw new ValidationError(errors);
}

/** A step as it is kept with the entry: who signed it, and when. */
export const takenStep = (
  { caller, now }: CommandScope,
  step: RegisterStep,
  { ordinal, from, reason }: { ordinal: number; from: string | null; reason: string | null },
) => ({
  ordinal,
  step: step.key,
  from,
  to: step.to,
  takenById: caller.personId,
  takenByName: caller.name,
  takenAt: now,
  reason,
});
