import { termValues, useTerm } from '@taizhang/ui';
import type { Control, FieldValues } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { ChoiceField } from '../form/choice-field.tsx';
import { DateField } from '../form/date-field.tsx';
import { LinesField } from '../form/lines-field.tsx';
import { useRecordChoices } from '../form/record-choices.ts';
import { TextField } from '../form/text-field.tsx';

/** The fields that registering and editing an item share. */
export interface ItemFields extends FieldValues {
  title?: string | null | undefined;
  description?: string | null | undefined;
  type?: string | null | undefined;
  dueOn?: string | null | undefined;
  responsibleUnitId?: string | null | undefined;
  supportingUnitIds?: string[] | null | undefined;
  leadLeaderId?: string | null | undefined;
  primaryResponsiblePersonId?: string | null | undefined;
  manifestations?: string[] | null | undefined;
}

export function ItemFormFields<Output>({
  control,
}: {
  control: Control<ItemFields, unknown, Output>;
}) {
  const { t } = useTranslation('admin');
  const term = useTerm();
  const { units, people, fetching } = useRecordChoices();
  return (
    <div className="form-grid">
      <div className="form-wide">
        <TextField
          control={control}
          name="title"
          label={t('itemForm.title')}
          hint={t('itemForm.titleHint')}
          rows={2}
          required
        />
      </div>
      <ChoiceField
        control={control}
        name="type"
        label={t('item.type')}
        choices={termValues('RectificationType').map((value) => ({
          value,
          label: term('RectificationType', value),
        }))}
      />
      <DateField control={control} name="dueOn" label={t('item.dueOn')} />
      <ChoiceField
        control={control}
        name="leadLeaderId"
        label={t('item.leadLeader')}
        choices={people}
        loading={fetching}
      />
      <ChoiceField
        control={control}
        name="primaryResponsiblePersonId"
        label={t('item.primaryResponsiblePerson')}
        choices={people}
        loading={fetching}
      />
      <ChoiceField
        control={control}
        name="responsibleUnitId"
        label={t('item.responsibleUnit')}
        choices={units}
        loading={fetching}
      />
      <ChoiceField
        control={control}
        name="supportingUnitIds"
        label={t('item.supportingUnits')}
        choices={units}
        loading={fetching}
        multiple
      />
      <div className="form-wide">
        <TextField
          control={control}
          name="description"
          label={t('itemForm.description')}
          rows={3}
        />
      </div>
      <div className="form-wide">
        <LinesField
          control={control}
          name="manifestations"
          label={t('itemForm.manifestations')}
          hint={t('itemForm.manifestationsHint')}
        />
      </div>
    </div>
  );
}
