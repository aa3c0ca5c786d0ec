import { graphql, readFragment, type FragmentOf } from '@taizhang/client';
import { termValues } from '@taizhang/client/terms';
import { useTerm } from '@taizhang/ui';
import { tabulateMonths } from '@taizhang/ui/charts';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { trainingsAddress, type TrainingCut } from '../lists/training-cut.ts';
import { useScope } from '../scope/use-scope.ts';
import { MonthPanel } from './month-panel.tsx';
import { TrainingMeasureChoice, type TrainingMeasure } from './training-measure-choice.tsx';

export const trainingsByMonthFragment = graphql(`
  fragment TrainingsByMonth on RectificationMetrics {
    trainings {
      kind
      month
      count
      sessions
      attendances
      hours
    }
  }
`);

const kinds = termValues('TrainingKind');
const colorOf = (kind: string) => Math.max(0, kinds.indexOf(kind));

export function TrainingsByMonth(props: { metrics: FragmentOf<typeof trainingsByMonthFragment> }) {
  const { trainings } = readFragment(trainingsByMonthFragment, props.metrics);
  const [measure, setMeasure] = useState<TrainingMeasure>('count');
  const { t } = useTranslation('dashboard');
  const term = useTerm();
  const scope = useScope();
  const table = useMemo(() => {
    const counts = trainings.map((row) => ({
      key: row.kind,
      month: row.month,
      value: row[measure],
    }));
    return tabulateMonths(counts, kinds, scope.year);
  }, [trainings, measure, scope.year]);
  const labelOf = useCallback((kind: string) => term('TrainingKind', kind), [term]);

  return (
    <MonthPanel
      title={t('trainings.title')}
      table={table}
      rowColumn={t('trainings.kind')}
      labelOf={labelOf}
      colorOf={colorOf}
      addressOf={(kind, month) =>
        trainingsAddress(scope, {
          ...(kind ? { kind: kind as NonNullable<TrainingCut['kind']> } : {}),
          ...(month ? { month } : {}),
        })
      }
      chartLabel={t('trainings.chart', { measure: t(`trainings.${measure}`) })}
      empty={t('trainings.empty')}
      choice={
        trainings.length > 0 ? (
          <TrainingMeasureChoice rows={trainings} chosen={measure} onChoose={setMeasure} />
        ) : null
      }
    />
  );
}
