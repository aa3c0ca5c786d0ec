import {
  CADENCE_KINDS,
  CADENCE_PERIODS,
  DAY_OFF_RULES,
  DELAY_UNITS,
} from '@taizhang/mechanisms/rules';
import type { TermKind } from '@taizhang/client/terms';
import { useTerm } from '@taizhang/ui';
import { useWatch, type Control, type FieldValues } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { ChoiceField } from '../form/choice-field.tsx';
import { TextField } from '../form/text-field.tsx';

/** A cadence as a form begins with it. */
export const NEW_CADENCE = {
  kind: 'TIMES',
  recurrenceRule: null,
  times: 1,
  period: 'MONTH',
  factKind: null,
  delayCount: null,
  delayUnit: null,
  dayOff: 'AFTER',
  graceCount: 0,
  graceUnit: 'DAY',
} as const;

/** 频次: which kind, and what that kind needs; every form that asks for a cadence holds it under `cadence`. */
export function CadenceFields<Values extends FieldValues, Output>({
  control,
}: {
  control: Control<Values, unknown, Output>;
}) {
  const { t } = useTranslation('admin');
  const term = useTerm();
  // The fields of the cadence are a part of the form's own, whichever form that is.
  const shared = control as unknown as Control<FieldValues, unknown, Output>;
  const kind: unknown = useWatch({ control: shared, name: 'cadence.kind' });
  const of = (name: TermKind, values: readonly string[]) =>
    values.map((value) => ({ value, label: term(name, value as never) }));
  const tied = (name: string) => ({ control: shared, name: `cadence.${name}` });
  return (
    <>
      <ChoiceField
        {...tied('kind')}
        label={t('mechanisms.cadence.kind')}
        required
        choices={of('MechanismCadence', CADENCE_KINDS)}
      />
      <div className="cadence-grid">
        {kind === 'TIMES' ? (
          <>
            <ChoiceField
              {...tied('period')}
              label={t('mechanisms.cadence.period')}
              required
              choices={of('CadencePeriod', CADENCE_PERIODS)}
            />
            <TextField
              {...tied('times')}
              label={t('mechanisms.cadence.times')}
              hint={t('mechanisms.cadence.timesHint')}
              type="number"
              required
            />
          </>
        ) : null}
        {kind === 'RULE' ? (
          <TextField
            {...tied('recurrenceRule')}
            label={t('mechanisms.cadence.rule')}
            hint={t('mechanisms.cadence.ruleHint')}
            required
          />
        ) : null}
        {kind === 'FACT' ? (
          <>
            <TextField
              {...tied('factKind')}
              label={t('mechanisms.cadence.factKind')}
              hint={t('mechanisms.cadence.factKindHint')}
              required
            />
            <TextField
              {...tied('delayCount')}
              label={t('mechanisms.cadence.delayCount')}
              type="number"
              required
            />
            <ChoiceField
              {...tied('delayUnit')}
              label={t('mechanisms.cadence.delayUnit')}
              required
              choices={of('DelayUnit', DELAY_UNITS)}
            />
          </>
        ) : null}
      </div>
      <div className="cadence-grid">
        <ChoiceField
          {...tied('dayOff')}
          label={t('mechanisms.cadence.dayOff')}
          choices={of('DayOffRule', DAY_OFF_RULES)}
        />
        <TextField
          {...tied('graceCount')}
          label={t('mechanisms.cadence.graceCount')}
          hint={t('mechanisms.cadence.graceHint')}
          type="number"
        />
        <ChoiceField
          {...tied('graceUnit')}
          label={t('mechanisms.cadence.graceUnit')}
          choices={of('DelayUnit', ['DAY', 'WORKING_DAY'])}
        />
      </div>
    </>
  );
}
