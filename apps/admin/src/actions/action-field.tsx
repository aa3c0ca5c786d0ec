import type { Control } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { ChoiceField, type Choice } from '../form/choice-field.tsx';
import { DateField } from '../form/date-field.tsx';
import { useRecordChoices } from '../form/record-choices.ts';
import { TextField } from '../form/text-field.tsx';
import type { ActionFieldName } from './action-catalogue.ts';

export interface ActionFieldProps {
  control: Control<Record<string, unknown>, unknown, Record<string, unknown>>;
  name: ActionFieldName;
  required: boolean;
  replacements: readonly Choice[];
}

export function ActionField({ control, name, required, replacements }: ActionFieldProps) {
  const { t } = useTranslation('admin');
  const tied = { control, name, required };
  switch (name) {
    case 'reason':
      return (
        <TextField
          {...tied}
          rows={3}
          emptyIsNull={!required}
          label={t('actionForm.reason') + (required ? '' : t('common.optional'))}
          hint={t('actionForm.reasonHint')}
        />
      );
    case 'progress':
      return (
        <TextField
          {...tied}
          rows={5}
          label={t('actionForm.progress')}
          hint={t('actionForm.progressHint')}
        />
      );
    case 'reviewOn':
      return <DateField {...tied} label={t('actionForm.reviewOn')} />;
    case 'replacedById':
      return <ChoiceField {...tied} label={t('actionForm.replacement')} choices={replacements} />;
    case 'leadLeaderId':
      return <RecordField {...tied} kind="people" label={t('actionForm.leader')} />;
    case 'responsibleUnitId':
      return (
        <RecordField {...tied} kind="units" label={t('actionForm.unit') + t('common.optional')} />
      );
  }
}

interface RecordFieldProps {
  control: ActionFieldProps['control'];
  name: string;
  required: boolean;
  label: string;
  kind: 'people' | 'units';
}

function RecordField({ kind, ...field }: RecordFieldProps) {
  const { t } = useTranslation('admin');
  const choices = useRecordChoices();
  return (
    <ChoiceField
      {...field}
      choices={choices[kind]}
      loading={choices.fetching}
      placeholder={t('common.chooseOrType')}
    />
  );
}
