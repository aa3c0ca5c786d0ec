import { editTrainingInput } from '@taizhang/trainings/rules';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { EditDialog, type EditedRecord } from '../actions/edit-dialog.tsx';
import { ReasonField } from '../actions/reason-field.tsx';
import { DateField } from '../form/date-field.tsx';
import { TrainingFields, type TrainingFieldsProps } from './training-fields.tsx';

type Said = Required<z.input<typeof editTrainingInput>>;

interface Training {
  topic: string;
  kind: Said['kind'];
  direction: Said['direction'];
  plannedOn: string | null;
  status: string;
  responsibleUnit: { id: string } | null;
  item: { id: string } | null;
}

/** 修改培训: what it is about, whose it is and, while it is only planned, when. */
export function EditTrainingDialog({ record, ...dialog }: EditedRecord<Training>) {
  const { t } = useTranslation('admin');
  const isPlanned = record.status === 'PLANNED';
  return (
    <EditDialog
      {...dialog}
      action="editTraining"
      rule={editTrainingInput}
      record={record}
      values={{
        topic: record.topic,
        kind: record.kind,
        direction: record.direction,
        responsibleUnitId: record.responsibleUnit?.id ?? null,
        itemId: record.item?.id ?? null,
        // Only a plan has a day of its own: the days of what was held are its sessions'.
        plannedOn: isPlanned ? record.plannedOn : null,
        reason: null,
      }}
      width={680}
    >
      {(control) => (
        <>
          {/* A control is typed by its whole form; these fields only touch what both forms have. */}
          <TrainingFields control={control as unknown as TrainingFieldsProps['control']} />
          {isPlanned ? (
            <DateField control={control} name="plannedOn" label={t('actionForm.plannedOn')} />
          ) : null}
          <ReasonField control={control} name="reason" />
        </>
      )}
    </EditDialog>
  );
}
