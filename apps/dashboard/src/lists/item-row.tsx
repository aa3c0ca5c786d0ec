import { graphql, readFragment, type FragmentOf } from '@taizhang/client';
import { DemoTag, OverdueTag, StatusTag, useFormat } from '@taizhang/ui';
import { useTranslation } from 'react-i18next';
import { AdminItemLink } from './admin-link.tsx';

export const itemRowFragment = graphql(`
  fragment ItemRow on RectificationItem {
    id
    code
    title
    status
    isOverdue
    daysLate
    dueOn
    provenance
    measureCount
    acceptedMeasureCount
    evidenceCount
    area {
      ordinal
      title
    }
    responsibleUnit {
      name
    }
    leadLeader {
      displayName
    }
  }
`);

export function ItemRow(props: { item: FragmentOf<typeof itemRowFragment> }) {
  const item = readFragment(itemRowFragment, props.item);
  const { t } = useTranslation('dashboard');
  const unknown = useTranslation('ui').t('unknown');
  const format = useFormat();
  const measures = { accepted: item.acceptedMeasureCount, total: item.measureCount };
  return (
    <tr role="row">
      <td role="cell" className="db-code">
        {item.code}
      </td>
      <td role="cell" className="db-main">
        <AdminItemLink id={item.id} title={item.title} /> <DemoTag provenance={item.provenance} />
        <small title={item.area.title}>
          {t('lists.areaCut', { ordinal: item.area.ordinal, title: item.area.title })}
        </small>
      </td>
      <td role="cell">{item.responsibleUnit?.name ?? unknown}</td>
      <td role="cell">{item.leadLeader?.displayName ?? unknown}</td>
      <td role="cell" className="tz-number db-nowrap" data-label={t('items.dueOn')}>
        {item.dueOn ? format.shortDate(item.dueOn) : unknown}
      </td>
      <td role="cell" className="db-tags">
        <StatusTag kind="ItemStatus" value={item.status} />{' '}
        <OverdueTag isOverdue={item.isOverdue} daysLate={item.daysLate} />
      </td>
      <td role="cell" className="tz-number" data-label={t('items.measures')}>
        <span aria-label={t('items.measuresOf', measures)} role="text">
          {measures.accepted} / {measures.total}
        </span>
      </td>
      <td role="cell" className="tz-number" data-label={t('items.evidence')}>
        {item.evidenceCount}
      </td>
    </tr>
  );
}
