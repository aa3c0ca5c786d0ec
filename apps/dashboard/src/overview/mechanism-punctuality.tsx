import { graphql, type ResultOf } from '@taizhang/client';
import { Panel } from '@taizhang/ui';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { metricsFilter } from '../scope/metrics-scope.ts';
import { useScope } from '../scope/use-scope.ts';
import { formatRate } from './format-rate.ts';
import { RateBar } from './rate-bar.tsx';
import './progress.css';

const punctualityQuery = graphql(`
  query DashboardMechanismPunctuality($filter: PunctualityFilter) {
    mechanismPunctuality(filter: $filter) {
      onTime
      late
      missed
      waived
      rate
      byYear {
        year
        onTime
        late
        missed
        waived
        rate
      }
      byUnit {
        unit {
          id
          name
        }
        onTime
        late
        missed
        waived
        rate
      }
      byMechanism {
        mechanism {
          id
          title
        }
        onTime
        late
        missed
        waived
        rate
      }
    }
  }
`);

type Punctuality = NonNullable<ResultOf<typeof punctualityQuery>['mechanismPunctuality']>;
type Counts = Pick<Punctuality, 'onTime' | 'late' | 'missed' | 'waived' | 'rate'>;
const MOST_SHOWN = 8;

const isCounted = ({ onTime, late, missed }: Counts) => onTime + late + missed > 0;

/** How what was promised to be kept up was kept: by year, by mechanism and by unit, the most missed first. */
export function MechanismPunctuality() {
  const { t } = useTranslation('dashboard');
  const scope = useScope();
  const [{ data }] = useQuery({
    query: punctualityQuery,
    variables: { filter: metricsFilter(scope) },
  });
  const figures = data?.mechanismPunctuality;
  if (!figures || !isCounted(figures)) return null;
  const mechanisms = figures.byMechanism.filter(isCounted).slice(0, MOST_SHOWN);
  const units = figures.byUnit.filter(isCounted).slice(0, MOST_SHOWN);
  return (
    <>
      <Panel
        title={t('mechanisms.title')}
        extra={<span className="db-faint">{t('mechanisms.rule')}</span>}
      >
        <CountsTable
          column={t('mechanisms.year')}
          rows={[
            { key: 'all', heading: <strong>{t('mechanisms.all')}</strong>, counts: figures },
            ...figures.byYear.filter(isCounted).map(({ year, ...counts }) => ({
              key: String(year),
              heading: t('filters.yearName', { year }),
              counts,
            })),
          ]}
        />
      </Panel>
      <div className="db-pair">
        <Panel title={t('mechanisms.byMechanism')}>
          <CountsTable
            column={t('mechanisms.mechanism')}
            rows={mechanisms.map(({ mechanism, ...counts }) => ({
              key: mechanism.id,
              heading: (
                <a className="db-row-link" href={`/admin/mechanisms/${mechanism.id}`}>
                  {mechanism.title}
                </a>
              ),
              counts,
            }))}
          />
        </Panel>
        <Panel title={t('mechanisms.byUnit')}>
          <CountsTable
            column={t('units.column')}
            rows={units.map(({ unit, ...counts }) => ({
              key: unit?.id ?? 'none',
              heading: unit?.name ?? <span className="db-faint">{t('units.none')}</span>,
              counts,
            }))}
          />
        </Panel>
      </div>
    </>
  );
}

interface Row {
  key: string;
  heading: ReactNode;
  counts: Counts;
}

function CountsTable({ column, rows }: { column: string; rows: readonly Row[] }) {
  const { t } = useTranslation('dashboard');
  return (
    <div className="db-progress-box">
      <table className="db-progress" role="table">
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">
              {column}
            </th>
            <th role="columnheader" scope="col" className="db-end">
              {t('mechanisms.kept')} / {t('mechanisms.counted')}
            </th>
            <th role="columnheader" scope="col" className="db-end">
              {t('mechanisms.rate')}
            </th>
            <th role="columnheader" scope="col" className="db-end">
              {t('mechanisms.missed')}
            </th>
            <th role="columnheader" scope="col" className="db-end">
              {t('mechanisms.waived')}
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map(({ key, heading, counts }) => (
            <tr role="row" key={key}>
              <th role="rowheader" scope="row">
                {heading}
              </th>
              <td role="cell" className="db-fraction">
                <RateBar
                  closed={counts.onTime}
                  longTerm={counts.late}
                  counted={counts.onTime + counts.late + counts.missed}
                />
                {counts.onTime + counts.late}
                <span className="db-slash"> / </span>
                {counts.onTime + counts.late + counts.missed}
              </td>
              <td role="cell" className="db-end db-rate">
                {formatRate(counts.rate)}
              </td>
              <td
                role="cell"
                className={counts.missed ? 'db-end db-late' : 'db-end'}
                data-label={t('mechanisms.missed')}
              >
                {counts.missed}
              </td>
              <td role="cell" className="db-end" data-label={t('mechanisms.waived')}>
                {counts.waived}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
