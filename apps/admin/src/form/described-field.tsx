import type { FieldDescription } from '@taizhang/platform/rules';
import { termValues, type TermKind } from '@taizhang/client/terms';
import { useLanguage, useTerm } from '@taizhang/ui';
import type { FieldValues } from 'react-hook-form';
import type { BoundField } from './bound-field.type.ts';
import { ChoiceField } from './choice-field.tsx';
import { DateField } from './date-field.tsx';
import { FlagField } from './flag-field.tsx';
import { LinesField } from './lines-field.tsx';
import { MoneyField } from './money-field.tsx';
import type { RecordChoices } from './record-choices.ts';
import { TextField } from './text-field.tsx';

interface DescribedFieldProps<V extends FieldValues, O> extends Pick<
  BoundField<V, O>,
  'control' | 'name'
> {
  field: FieldDescription;
  choices: RecordChoices;
}

/** Whether a field takes the whole width of a form. */
export const isWide = ({ kind, ...field }: FieldDescription): boolean =>
  kind === 'LONG_TEXT' ||
  kind === 'LINES' ||
  (kind === 'TEXT' && 'max' in field && field.max > 200);

/** The input of a field, by the kind that it is described as. */
export function DescribedField<V extends FieldValues, O>(props: DescribedFieldProps<V, O>) {
  const { field, choices, control, name } = props;
  const { pick } = useLanguage();
  const term = useTerm();
  const bound = {
    control,
    name,
    label: pick(field.label),
    hint: field.hint && pick(field.hint),
    required: field.isRequired ?? false,
  };
  const named = { loading: choices.fetching };
  switch (field.kind) {
    case 'TEXT':
      return <TextField {...bound} {...(isWide(field) && { rows: 2 })} />;
    case 'LONG_TEXT':
      return <TextField {...bound} rows={3} />;
    case 'DAY':
      return <DateField {...bound} />;
    case 'CHOICE': {
      const name = field.term as TermKind;
      const values = termValues(name).map((value) => ({ value, label: term(name, value) }));
      return <ChoiceField {...bound} choices={values} />;
    }
    case 'FLAG':
      return <FlagField {...bound} />;
    case 'MONEY':
      return <MoneyField {...bound} />;
    case 'PERSON':
      return <ChoiceField {...bound} {...named} choices={choices.people} />;
    case 'ORGANIZATION':
      return <ChoiceField {...bound} {...named} choices={choices.units} />;
    case 'ORGANIZATIONS':
      return <ChoiceField {...bound} {...named} choices={choices.units} multiple />;
    case 'LINES':
      return <LinesField {...bound} />;
  }
}
