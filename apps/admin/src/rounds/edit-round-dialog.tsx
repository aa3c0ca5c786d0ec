import { editRoundInput } from '@taizhang/rectification/rules';
import type { Control } from 'react-hook-form';
import { EditDialog, type EditedRecord } from '../actions/edit-dialog.tsx';
import { RoundFields, type RoundFieldValues } from './round-fields.tsx';

interface Round {
  code: string;
  title: string;
  kind: 'INSPECTION' | 'AUDIT';
  inspectionTeam: string | null;
  inspectedFrom: string | null;
  inspectedTo: string | null;
  feedbackOn: string | null;
  intensivePeriodEndsOn: string | null;
}

/** 编辑轮次: what it is called and when it was. */
export function EditRoundDialog({ record, ...dialog }: EditedRecord<Round>) {
  return (
    <EditDialog
      {...dialog}
      action="editInspectionRound"
      rule={editRoundInput}
      record={record}
      values={{
        title: record.title,
        kind: record.kind,
        inspectionTeam: record.inspectionTeam,
        inspectedFrom: record.inspectedFrom,
        inspectedTo: record.inspectedTo,
        feedbackOn: record.feedbackOn,
        intensivePeriodEndsOn: record.intensivePeriodEndsOn,
      }}
      intro={record.code}
      width={680}
    >
      {(control) => (
        // A control is typed by its whole form; these fields only touch what both forms have.
        <RoundFields control={control as unknown as Control<RoundFieldValues>} />
      )}
    </EditDialog>
  );
}
