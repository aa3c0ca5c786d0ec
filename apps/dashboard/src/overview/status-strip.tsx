import { graphql, readFragment, type FragmentOf } from '@taizhang/client';
import { termValues, toneOf, useTerm } from '@taizhang/ui';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { itemsAddress } from '../lists/item-cut.ts';
import { useScope } from '../scope/use-scope.ts';
import { NumberLink } from './number-link.tsx';

export const statusStripFragment = graphql(`
  fragment StatusStrip on RectificationMetrics {
    byStatus {
      status
      count
    }
  }
`);

const lifeCycle = termValues('ItemStatus');

/** All items as one strip in the order of their life cycle; beneath it each status with its number. */
export function StatusStrip(props: { metrics: FragmentOf<typeof statusStripFragment> }) {
  const { byStatus } = readFragment(statusStripFragment, props.metrics);
  const { t } = useTranslation('dashboard');
  const term = useTerm();
  const scope = useScope();
  const present = byStatus
    .filter(({ count }) => count > 0)
    .sort((one, other) => lifeCycle.indexOf(one.status) - lifeCycle.indexOf(other.status));

  return (
    <div className="db-status" role="group" aria-labelledby="by-status">
      <h3 id="by-status">{t('status.title')}</h3>
      <div className="db-strip" aria-hidden="true">
        {present.map(({ status, count }) => (
          <Link
            key={status}
            to={itemsAddress(scope, { status: [status] })}
            tabIndex={-1}
            title={`${term('ItemStatus', status)} ${count}`}
            className={`db-tone-${toneOf('ItemStatus', status)}`}
            style={{ flexGrow: count }}
          />
        ))}
      </div>
      <ul className="db-legend">
        {present.map(({ status, count }) => (
          <li key={status}>
            <span
              className={`db-swatch db-tone-${toneOf('ItemStatus', status)}`}
              aria-hidden="true"
            />
            <span>{term('ItemStatus', status)}</span>
            <NumberLink
              value={count}
              to={itemsAddress(scope, { status: [status] })}
              label={t('status.open', { status: term('ItemStatus', status), value: count })}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}
