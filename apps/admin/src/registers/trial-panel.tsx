import { todayInShanghai } from '@taizhang/platform/rules';
import {
  fieldOf,
  readValues,
  refuseByRules,
  stageLabel,
  stepOf,
  VALUE_COLUMNS,
  withComputed,
  type PlainValue,
  type RegisterDefinition,
} from '@taizhang/registers/rules';
import { ToneTag, useLanguage } from '@taizhang/ui';
import { Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EntryForm, errorsByField, factsFrom, type FilledValues } from './entry-form.tsx';

/** How a definition would look and work: its forms, what they compute, and what its rules say of a sample. */
export function TrialPanel({ definition }: { definition: RegisterDefinition }) {
  const { t } = useTranslation('admin');
  const { pick } = useLanguage();
  const [chosen, setChosen] = useState<string | null>(null);
  const [values, setValues] = useState<FilledValues>({});
  const today = todayInShanghai(new Date());
  const step = (chosen && stepOf(definition, chosen)) || definition.steps[0];
  if (!step) return null;

  const given = step.asks.flatMap((key) => values[key] ?? []);
  const held: Record<string, PlainValue> = {};
  for (const [key, value] of Object.entries(values)) {
    const field = fieldOf(definition, key);
    const said = field && value[VALUE_COLUMNS[field.kind]];
    if (said !== undefined && said !== null) held[key] = said as PlainValue;
  }
  const { errors } = readValues(definition, step, given, held);
  const facts = { ...factsFrom(definition, values, today), stage: step.from[0] ?? step.to };
  const refusal = errors.length
    ? null
    : refuseByRules(
        definition,
        step,
        { ...facts, values: withComputed(definition, facts) },
        () => true,
      );
  return (
    <div className="register-trial">
      <Segmented
        value={step.key}
        onChange={setChosen}
        options={definition.steps
          .filter(({ key }) => key)
          .map(({ key, label }) => ({ value: key, label: pick(label) || key }))}
      />
      <EntryForm
        definition={definition}
        step={step.key}
        values={values}
        errors={errorsByField(given, {
          fieldErrors: errors.map(({ path, message }) => ({ path, message })),
        })}
        today={today}
        onChange={setValues}
      />
      <p className="register-verdict" role="status">
        {errors.length ? (
          <ToneTag tone="waiting">{t('registers.trialIncomplete')}</ToneTag>
        ) : refusal ? (
          <>
            <ToneTag tone="danger">{t('registers.trialRefused')}</ToneTag> {pick(refusal.message)}
          </>
        ) : (
          <>
            <ToneTag tone="success">{t('registers.trialPasses')}</ToneTag> →{' '}
            {pick(stageLabel(definition, step.to))}
          </>
        )}
      </p>
    </div>
  );
}
