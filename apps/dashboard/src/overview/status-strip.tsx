import { graphql, readFragment, type FragmentOf } from '@taizhang/client';
import { toneOf, useTerm } from '@taizhang/ui';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { itemsAddress } from '../lists/item-cut.ts';
import { NumberLink } from './number-link.tsx';

export const statusStripFragment = graphql(`
  fragment StatusStrip on RectificationMetrics {
    byStatus {
      status
      count
      filter
    }
  }
`);

/** All items as one strip in the order of their life cycle; beneath it each status with its number. */
export function StatusStrip(props: { metrics: FragmentOf<typeof statusStripFragment> }) {
  const { byStatus } = readFragment(statusStripFragment, props.metrics);
  const { t } = useTranslation('dashboard');
  const term = useTerm();
  const present = byStatus.filter(({ count }) => count > 0);

  return (
    <div className="db-status" role="group" aria-labelledby="by-status">
      <h3 id="by-status">{t('status.title')}</h3>
      <div className="db-strip" aria-hidden="true">
        {present.map(({ status, count, filter }) => (
          <Link
            key={status}
            to={itemsAddress(filter)}
            tabIndex={-1}
            title={`${term('ItemStatus', status)} ${count}`}
            className={`db-tone-${toneOf('ItemStatus', status)}`}
            style={{ flexGrow: count }}
          />
        ))}
      </div>
      <ul className="db-legend">
        {present.map(({ status, count, filter }) => (
          <li key={status}>
            <span
              className={`db-swatch db-tone-${toneOf('ItemStatus', status)}`}
              aria-hidden="true"
            />
            <span>{term('ItemStatus', status)}</span>
            <NumberLink
              value={count}
              to={itemsAddress(filter)}
              label={t('status.open', { status: term('ItemStatus', status), value: count })}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}
