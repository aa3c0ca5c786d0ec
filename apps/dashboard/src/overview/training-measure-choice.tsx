import { useFormat } from '@taizhang/ui';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';

const measures = ['count', 'sessions', 'attendances', 'hours'] as const;

export type TrainingMeasure = (typeof measures)[number];

export interface TrainingMeasureChoiceProps {
  rows: readonly Record<TrainingMeasure, number>[];
  chosen: TrainingMeasure;
  onChoose(measure: TrainingMeasure): void;
}

/** The four totals of the trainings; choosing one draws it by month. */
export function TrainingMeasureChoice({ rows, chosen, onChoose }: TrainingMeasureChoiceProps) {
  const { t } = useTranslation('dashboard');
  const format = useFormat();
  const name = useId();
  return (
    <fieldset className="db-measures">
      <legend className="tz-visually-hidden">{t('trainings.measure')}</legend>
      {measures.map((measure) => (
        <label key={measure} className={measure === chosen ? 'db-measure-chosen' : undefined}>
          <input
            type="radio"
            className="tz-visually-hidden"
            name={name}
            checked={measure === chosen}
            onChange={() => onChoose(measure)}
          />
          <strong>{format.number(rows.reduce((total, row) => total + row[measure], 0))}</strong>
          <span>{t(`trainings.${measure}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}
