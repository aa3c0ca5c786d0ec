import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import type { recordTrainingInput } from '@taizhang/trainings/rules';
import { Button } from 'antd';
import { useFieldArray, type Control } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { DateField } from '../form/date-field.tsx';
import { TextField } from '../form/text-field.tsx';

type Values = z.input<typeof recordTrainingInput>;

export const EMPTY_SESSION = { heldOn: '', location: '', hours: null, attendanceCount: null };

export interface SessionFieldsProps {
  control: Control<Values, unknown, z.output<typeof recordTrainingInput>>;
}

/** One row of fields a session. */
export function SessionFields({ control }: SessionFieldsProps) {
  const { t } = useTranslation('admin');
  const { fields, append, remove } = useFieldArray({ control, name: 'sessions' });
  return (
    <fieldset className="sessions">
      <legend>{t('trainings.form.sessions')}</legend>
      {fields.map((field, index) => (
        <div
          key={field.id}
          className="session-row"
          role="group"
          aria-label={t('trainings.sessionOrdinal', { ordinal: index + 1 })}
        >
          <DateField
            control={control}
            name={`sessions.${index}.heldOn`}
            label={t('trainings.form.heldOn')}
            required
          />
          <TextField
            control={control}
            name={`sessions.${index}.location`}
            label={t('trainings.form.location')}
          />
          <TextField
            control={control}
            name={`sessions.${index}.hours`}
            label={t('trainings.form.hours')}
            type="number"
          />
          <TextField
            control={control}
            name={`sessions.${index}.attendanceCount`}
            label={t('trainings.form.attendanceCount')}
            type="number"
          />
          <Button
            type="text"
            icon={<DeleteOutlined />}
            aria-label={t('trainings.form.removeSession', { ordinal: index + 1 })}
            disabled={fields.length === 1}
            onClick={() => remove(index)}
          />
        </div>
      ))}
      <Button icon={<PlusOutlined />} onClick={() => append(EMPTY_SESSION)}>
        {t('trainings.form.addSession')}
      </Button>
    </fieldset>
  );
}
