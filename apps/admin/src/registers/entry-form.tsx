import {
  fieldOf,
  stepOf,
  VALUE_COLUMNS,
  withComputed,
  asFact,
  showValue,
  type PlainValue,
  type RegisterDefinition,
  type ValueInput,
} from '@taizhang/registers/rules';
import { Facts, useLanguage } from '@taizhang/ui';
import { useTranslation } from 'react-i18next';
import { ValueField } from './value-field.tsx';

/** What was filled in, by field. */
export type FilledValues = Readonly<Record<string, ValueInput>>;

export interface EntryFormProps {
  definition: RegisterDefinition;
  /** The step whose fields are filled in. */
  step: string;
  values: FilledValues;
  /** What was refused, by field. */
  errors: Readonly<Record<string, string>>;
  today: string;
  onChange(values: FilledValues): void;
}

/** The fields that a step asks for, and what is computed from them while they are filled in. */
export function EntryForm({ definition, step, values, errors, today, onChange }: EntryFormProps) {
  const { t } = useTranslation('admin');
  const { pick } = useLanguage();
  const asked = stepOf(definition, step)?.asks ?? [];
  const computed = computedFrom(definition, values, today);
  const words = { yes: t('common.yes'), no: t('common.no') };
  return (
    <>
      <div className="form-grid">
        {asked.map((key) => {
          const field = fieldOf(definition, key);
          return field ? (
            <ValueField
              key={key}
              field={field}
              value={values[key]}
              isRequired={field.isRequired}
              error={errors[key]}
              onChange={(value) => onChange({ ...values, [key]: value })}
            />
          ) : null;
        })}
      </div>
      {computed.length ? (
        <Facts
          facts={computed.map(({ field, value }) => {
            const shown = showValue(field, value, words);
            return { label: pick(field.label), value: shown === null ? null : pick(shown) };
          })}
        />
      ) : null}
    </>
  );
}

/** What is computed from what was filled in, by the rules of the hub itself. */
export function computedFrom(definition: RegisterDefinition, values: FilledValues, today: string) {
  const whole = withComputed(definition, factsFrom(definition, values, today));
  return definition.fields
    .filter(({ value }) => value)
    .map((field) => ({ field, value: (whole[field.key] ?? null) as PlainValue | null }))
    .filter(({ value }) => value !== null);
}

/** What was filled in as expressions read it. */
export function factsFrom(definition: RegisterDefinition, values: FilledValues, today: string) {
  const facts: Record<string, unknown> = {};
  for (const { key, kind } of definition.fields) {
    const value = values[key]?.[VALUE_COLUMNS[kind]];
    if (value === undefined || value === null) continue;
    // What another record says is known to the hub alone.
    if (!['ENTRY', 'ITEM', 'DOCUMENT'].includes(kind)) facts[key] = asFact(kind, value);
  }
  return { values: facts, today, stage: '' };
}

/** The messages of a refusal by the field that each is about. */
export function errorsByField(
  sent: readonly ValueInput[],
  failure: { fieldErrors: readonly { path: readonly string[]; message: string }[] },
): Record<string, string> {
  return Object.fromEntries(
    failure.fieldErrors.flatMap(({ path, message }) => {
      const [root, place] = path;
      if (root !== 'values' || place === undefined) return [];
      return [[/^\d+$/.test(place) ? (sent[Number(place)]?.key ?? place) : place, message]];
    }),
  );
}
