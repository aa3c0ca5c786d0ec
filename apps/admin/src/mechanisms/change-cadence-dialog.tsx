import { changeCadenceInput } from '@taizhang/mechanisms/rules';
import { todayInShanghai } from '@taizhang/platform/rules';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { EditDialog, type EditedRecord } from '../actions/edit-dialog.tsx';
import { ReasonField } from '../actions/reason-field.tsx';
import { DateField } from '../form/date-field.tsx';
import { CadenceFields } from './cadence-fields.tsx';
import { CadencePreview } from './cadence-preview.tsx';

type Said = z.input<typeof changeCadenceInput>;

interface Stored {
  title: string;
  cadence: Said['cadence']['kind'];
  recurrenceRule: string | null;
  timesPerPeriod: number | null;
  period: Said['cadence']['period'];
  factKind: string | null;
  delayCount: number | null;
  delayUnit: Said['cadence']['delayUnit'];
  dayOff: Said['cadence']['dayOff'];
  graceCount: number;
  graceUnit: string;
}

/** 调整频次: with what it comes to, and what it takes the place of, before anything changes. */
export function ChangeCadenceDialog({ record, ...dialog }: EditedRecord<Stored>) {
  const { t } = useTranslation('admin');
  const { timesPerPeriod, cadence: kind, graceUnit, ...stored } = record;
  return (
    <EditDialog
      {...dialog}
      action="changeMechanismCadence"
      rule={changeCadenceInput}
      record={record}
      values={{
        cadence: {
          kind,
          times: timesPerPeriod,
          recurrenceRule: stored.recurrenceRule,
          period: stored.period,
          factKind: stored.factKind,
          delayCount: stored.delayCount,
          delayUnit: stored.delayUnit,
          dayOff: stored.dayOff,
          graceCount: stored.graceCount,
          graceUnit: graceUnit === 'WORKING_DAY' ? 'WORKING_DAY' : 'DAY',
        },
        fromOn: todayInShanghai(new Date()),
        reason: '',
      }}
      intro={record.title}
      width={680}
    >
      {(control) => (
        <>
          <CadenceFields control={control} />
          <DateField control={control} name="fromOn" label={t('mechanisms.cadence.fromOn')} />
          <CadencePreview control={control} fromName="fromOn" mechanismId={record.id} />
          <ReasonField control={control} name="reason" required />
        </>
      )}
    </EditDialog>
  );
}
