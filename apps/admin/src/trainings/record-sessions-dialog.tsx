import { trainingSessions } from '@taizhang/trainings/rules';
import { z } from 'zod';
import { EditDialog, type EditedRecord } from '../actions/edit-dialog.tsx';
import { EMPTY_SESSION, SessionFields, type SessionFieldsProps } from './session-fields.tsx';

const recordSessionsForm = z.object({ sessions: trainingSessions });

/** 登记场次: of a training that was held. */
export function RecordSessionsDialog({ record, ...dialog }: EditedRecord<{ topic: string }>) {
  return (
    <EditDialog
      {...dialog}
      action="recordTrainingSessions"
      rule={recordSessionsForm}
      record={record}
      values={{ sessions: [EMPTY_SESSION] }}
      intro={record.topic}
      width={760}
    >
      {(control) => (
        // A control is typed by its whole form; these fields only touch `sessions`, which both have.
        <SessionFields control={control as unknown as SessionFieldsProps['control']} />
      )}
    </EditDialog>
  );
}
