import { editMechanismInput, MECHANISM_FIELDS } from '@taizhang/mechanisms/rules';
import type { z } from 'zod';
import { EditDialog, type EditedRecord } from '../actions/edit-dialog.tsx';
import { ReasonField } from '../actions/reason-field.tsx';
import { formValues, type DescribedValue } from '../form/described-values.ts';
import { MechanismFields } from './mechanism-fields.tsx';

interface Stored {
  describedValues: readonly DescribedValue[];
  responsibleUnit: { id: string } | null;
  owner: { id: string } | null;
  doneByTraining: z.input<typeof editMechanismInput>['doneByTraining'];
}

/** 修改长效机制 */
export function EditMechanismDialog({ record, ...dialog }: EditedRecord<Stored>) {
  return (
    <EditDialog
      {...dialog}
      action="editStandingMechanism"
      rule={editMechanismInput}
      record={record}
      values={{
        ...formValues(MECHANISM_FIELDS, record.describedValues),
        responsibleUnitId: record.responsibleUnit?.id ?? null,
        ownerId: record.owner?.id ?? null,
        doneByTraining: record.doneByTraining ?? null,
        reason: null,
      }}
      width={720}
    >
      {(control) => (
        <>
          <MechanismFields control={control} />
          <ReasonField control={control} name="reason" />
        </>
      )}
    </EditDialog>
  );
}
