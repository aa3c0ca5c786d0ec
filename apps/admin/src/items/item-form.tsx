import { ITEM_FIELDS } from '@taizhang/rectification/rules';
import type { Control, FieldValues } from 'react-hook-form';
import { DescribedField, isWide } from '../form/described-field.tsx';
import { useRecordChoices } from '../form/record-choices.ts';

/** The fields that registering and editing an item share, as they are described. */
export function ItemFormFields<Values extends FieldValues, Output>({
  control,
}: {
  control: Control<Values, unknown, Output>;
}) {
  const choices = useRecordChoices();
  // The shared fields are a part of the form's own, whichever form that is.
  const shared = control as unknown as Control<FieldValues, unknown, Output>;
  return (
    <div className="form-grid">
      {Object.entries(ITEM_FIELDS).map(([key, field]) => (
        <div key={key} className={isWide(field) ? 'form-wide' : undefined}>
          <DescribedField control={shared} name={key} field={field} choices={choices} />
        </div>
      ))}
    </div>
  );
}
