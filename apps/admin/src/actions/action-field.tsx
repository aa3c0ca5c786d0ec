import { OMISSION_GROUNDS } from '@taizhang/rectification/rules';
import { useTerm } from '@taizhang/ui';
import type { Control } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { ChoiceField } from '../form/choice-field.tsx';
import { DateField } from '../form/date-field.tsx';
import { ItemField } from '../form/item-field.tsx';
import { TextField } from '../form/text-field.tsx';
import type { ActionFieldName } from './action-catalogue.ts';
import { ReasonField } from './reason-field.tsx';
import { RecordField } from './record-field.tsx';

export interface ActionFieldProps {
  control: Control<Record<string, unknown>, unknown, Record<string, unknown>>;
  name: ActionFieldName;
  required: boolean;
}

/** A field of an action that is no step, by its name. */
export function ActionField({ control, name, required }: ActionFieldProps) {
  const { t } = useTranslation('admin');
  const label = t(`actionForm.${name}`) + (required ? '' : t('common.optional'));
  const tied = { control, name, required, label };
  switch (name) {
    case 'reason':
      return <ReasonField control={control} name={name} required={required} />;
    case 'parentId':
      return <RecordField {...tied} kind="units" />;
    case 'requestedDueOn':
    case 'dueOn':
    case 'heldOn':
      return <DateField {...tied} />;
    case 'note':
      return <TextField {...tied} rows={4} />;
    case 'title':
      return <TextField {...tied} />;
    case 'asked':
    case 'satisfied':
    case 'basicallySatisfied':
    case 'dissatisfied':
    case 'sampleSize':
    case 'percent':
      return <TextField {...tied} type="number" />;
    case 'kind':
      return <TermField {...tied} kind="SupervisionKind" />;
    case 'post':
      return <TermField {...tied} kind="LeadingGroupPost" />;
    case 'ground':
      return <TermField {...tied} kind="OmissionGround" />;
    case 'itemId':
      return <ItemField {...tied} />;
    case 'personId':
      return <RecordField {...tied} kind="people" />;
  }
}

const TERMS = {
  SupervisionKind: ['SUPERVISION', 'REMINDER'],
  LeadingGroupPost: ['HEAD', 'DEPUTY_HEAD', 'MEMBER'],
  OmissionGround: OMISSION_GROUNDS,
} as const;

interface TermFieldProps extends Omit<ActionFieldProps, 'name'> {
  name: string;
  label: string;
  kind: keyof typeof TERMS;
}

function TermField({ kind, ...field }: TermFieldProps) {
  const term = useTerm();
  const choices = TERMS[kind].map((value) => ({ value, label: term(kind, value) }));
  return <ChoiceField {...field} choices={choices} />;
}
