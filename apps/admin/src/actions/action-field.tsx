import { OMISSION_GROUNDS } from '@taizhang/rectification/rules';
import { useTerm } from '@taizhang/ui';
import type { Control } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { ChoiceField, type Choice } from '../form/choice-field.tsx';
import { DateField } from '../form/date-field.tsx';
import { ItemField } from '../form/item-field.tsx';
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
  const { t, i18n } = useTranslation('admin');
  const tied = { control, name, required };
  const label =
    (i18n.exists(`actionForm.${name}`, { ns: 'admin' })
      ? t(`actionForm.${name as 'note'}`)
      : name) + (required ? '' : t('common.optional'));
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
    case 'closesOn':
    case 'heldOn':
    case 'plannedOn':
      return <DateField {...tied} label={t(`actionForm.${name}`)} />;
    case 'commentCount':
      return <TextField {...tied} type="number" label={t('actionForm.commentCount')} />;
    case 'replacedById':
      return <ChoiceField {...tied} label={t('actionForm.replacement')} choices={replacements} />;
    case 'requestedDueOn':
    case 'dueOn':
    case 'reachedOn':
      return <DateField {...tied} label={label} />;
    case 'note':
    case 'answer':
      return <TextField {...tied} rows={4} label={label} />;
    case 'title':
      return <TextField {...tied} label={label} />;
    case 'asked':
    case 'satisfied':
    case 'basicallySatisfied':
    case 'dissatisfied':
    case 'sampleSize':
    case 'percent':
      return <TextField {...tied} type="number" label={label} />;
    case 'kind':
      return <TermField {...tied} label={label} kind="SupervisionKind" />;
    case 'post':
      return <TermField {...tied} label={label} kind="LeadingGroupPost" />;
    case 'itemId':
      return <ItemField {...tied} label={label} />;
    case 'ground':
      return <TermField {...tied} label={label} kind="OmissionGround" />;
    case 'personId':
      return <RecordField {...tied} kind="people" label={label} />;
    case 'leadLeaderId':
      return <RecordField {...tied} kind="people" label={t('actionForm.leader')} />;
    case 'responsibleUnitId':
      return (
        <RecordField {...tied} kind="units" label={t('actionForm.unit') + t('common.optional')} />
      );
  }
}

const TERMS = {
  SupervisionKind: ['SUPERVISION', 'REMINDER'],
  LeadingGroupPost: ['HEAD', 'DEPUTY_HEAD', 'MEMBER'],
  OmissionGround: OMISSION_GROUNDS,
} as const;

interface TermFieldProps extends Omit<RecordFieldProps, 'kind'> {
  kind: keyof typeof TERMS;
}

function TermField({ kind, ...field }: TermFieldProps) {
  const term = useTerm();
  const choices = TERMS[kind].map((value) => ({ value, label: term(kind, value) }));
  return <ChoiceField {...field} choices={choices} />;
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
