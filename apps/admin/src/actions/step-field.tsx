import type { StepField as Description } from '@taizhang/platform/rules';
import { useLanguage } from '@taizhang/ui';
import { useTranslation } from 'react-i18next';
import { ChoiceField, type Choice } from '../form/choice-field.tsx';
import { DateField } from '../form/date-field.tsx';
import { TextField } from '../form/text-field.tsx';
import type { ActionFieldProps } from './action-field.tsx';
import { RecordField } from './record-field.tsx';

interface StepFieldProps extends Omit<ActionFieldProps, 'name'> {
  name: string;
  described: Description;
  replacements: readonly Choice[];
}

/** A field of a step, as the table of its life cycle describes it. */
export function StepField({ control, name, required, described, replacements }: StepFieldProps) {
  const { t } = useTranslation('admin');
  const { pick } = useLanguage();
  const tied = {
    control,
    name,
    required,
    label: pick(described.label) + (required ? '' : t('common.optional')),
    ...(described.hint && { hint: pick(described.hint) }),
  };
  switch (described.kind) {
    case 'text':
      return <TextField {...tied} rows={described.rows} emptyIsNull={!required} />;
    case 'whole':
      return <TextField {...tied} type="number" />;
    case 'day':
      return <DateField {...tied} />;
    case 'record':
      if (described.model === 'Person') return <RecordField {...tied} kind="people" />;
      if (described.model === 'Organization') return <RecordField {...tied} kind="units" />;
      return <ChoiceField {...tied} choices={replacements} />;
    case 'records':
    case 'parts':
      // Such a step has a form of its own.
      return null;
  }
}
