import { readFragment, type FragmentOf } from '@taizhang/client';
import { DemoTag, EmptyState, Panel, StatusTag } from '@taizhang/ui';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { noticeFragment } from './notice-panel.fragment.ts';

/** The areas of the feedback with their items. */
export function AreasPanel(props: { round: FragmentOf<typeof noticeFragment> }) {
  const { t } = useTranslation('admin');
  const { id: roundId, areas } = readFragment(noticeFragment, props.round);
  return (
    <Panel flush title={t('rounds.areas')}>
      {areas.length === 0 ? <EmptyState compact title={t('rounds.areasEmpty')} /> : null}
      <ol className="areas">
        {areas.map((area) => (
          <li key={area.id}>
            <div className="area-head">
              <h3>
                {area.ordinal}. {area.title}
              </h3>
              <DemoTag provenance={area.provenance} />
              <Link to={`/items?round=${roundId}&area=${area.id}`}>
                {t('rounds.areaItems', { count: area.itemCount })}
              </Link>
            </div>
            <ul className="links">
              {area.items.map((item) => (
                <li key={item.id}>
                  <span className="ledger-code tz-number">{item.code}</span>
                  <Link to={`/items/${item.id}`}>{item.title}</Link>
                  <StatusTag kind="ItemStatus" value={item.status} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
