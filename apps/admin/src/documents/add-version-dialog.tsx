import { addDocumentVersionInput } from '@taizhang/documents/rules';
import { useTranslation } from 'react-i18next';
import { EditDialog, type EditedRecord } from '../actions/edit-dialog.tsx';
import { DateField } from '../form/date-field.tsx';
import { TextField } from '../form/text-field.tsx';

/** 登记新版本: its number, days and words. */
export function AddVersionDialog({ record, ...dialog }: EditedRecord<{ title: string }>) {
  const { t } = useTranslation('admin');
  return (
    <EditDialog
      {...dialog}
      action="addDocumentVersion"
      rule={addDocumentVersionInput}
      record={record}
      values={{ documentNumber: '', issuedOn: null, effectiveOn: null, summary: '', text: '' }}
      intro={`《${record.title}》`}
      width={620}
    >
      {(control) => (
        <>
          <TextField
            control={control}
            name="documentNumber"
            label={t('documents.number')}
            hint={t('documents.numberHint')}
          />
          <div className="form-grid">
            <DateField control={control} name="issuedOn" label={t('documents.issuedOn')} />
            <DateField control={control} name="effectiveOn" label={t('documents.effectiveOn')} />
          </div>
          <TextField control={control} name="summary" label={t('documents.summary')} rows={2} />
          <TextField control={control} name="text" label={t('documents.text')} rows={6} />
        </>
      )}
    </EditDialog>
  );
}
