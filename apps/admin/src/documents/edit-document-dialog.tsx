import { editDocumentInput } from '@taizhang/documents/rules';
import { useTranslation } from 'react-i18next';
import { EditDialog, type EditedRecord } from '../actions/edit-dialog.tsx';
import { ReasonField } from '../actions/reason-field.tsx';
import { ChoiceField } from '../form/choice-field.tsx';
import { useRecordChoices } from '../form/record-choices.ts';
import { TextField } from '../form/text-field.tsx';

interface Document {
  title: string;
  responsibleUnit: { id: string } | null;
}

/** 修改文件: its title and the unit that answers for it. */
export function EditDocumentDialog({ record, ...dialog }: EditedRecord<Document>) {
  const { t } = useTranslation('admin');
  const { units, fetching } = useRecordChoices();
  return (
    <EditDialog
      {...dialog}
      action="editInstitutionalDocument"
      rule={editDocumentInput}
      record={record}
      values={{
        title: record.title,
        responsibleUnitId: record.responsibleUnit?.id ?? null,
        reason: null,
      }}
    >
      {(control) => (
        <>
          <TextField
            control={control}
            name="title"
            label={t('documents.form.name')}
            hint={t('documents.form.nameHint')}
            required
          />
          <ChoiceField
            control={control}
            name="responsibleUnitId"
            label={t('documents.unit')}
            choices={units}
            loading={fetching}
          />
          <ReasonField control={control} name="reason" />
        </>
      )}
    </EditDialog>
  );
}
