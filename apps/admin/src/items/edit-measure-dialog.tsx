import { editMeasureInput } from '@taizhang/rectification/rules';
import type { Control } from 'react-hook-form';
import { EditDialog, type EditedRecord } from '../actions/edit-dialog.tsx';
import { MeasureFields, type MeasureFieldValues } from './measure-fields.tsx';

interface Measure {
  text: string;
  dueOn: string | null;
  owner: { id: string } | null;
  responsibleUnit: { id: string } | null;
}

/** 编辑措施: what it says, who answers for it, who carries it out, by when. */
export function EditMeasureDialog({ record, ...dialog }: EditedRecord<Measure>) {
  return (
    <EditDialog
      {...dialog}
      action="editMeasure"
      rule={editMeasureInput}
      record={record}
      values={{
        text: record.text,
        ownerId: record.owner?.id ?? null,
        responsibleUnitId: record.responsibleUnit?.id ?? null,
        dueOn: record.dueOn,
      }}
    >
      {(control) => (
        // A control is typed by its whole form; these fields only touch what both forms have.
        <MeasureFields control={control as unknown as Control<MeasureFieldValues>} />
      )}
    </EditDialog>
  );
}
