import { graphql, readFragment, type FragmentOf } from '@taizhang/client';
import { OverdueTag, StatusTag } from '@taizhang/ui';
import { useTranslation } from 'react-i18next';
import { AdminItemLink } from './admin-link.tsx';

export const measureRowFragment = graphql(`
  fragment MeasureRow on CorrectiveMeasure {
    text
    status
    isOverdue
    owner {
      displayName
    }
    responsibleUnit {
      name
    }
    item {
      id
      title
    }
  }
`);

export function MeasureRow(props: { measure: FragmentOf<typeof measureRowFragment> }) {
  const { item, ...measure } = readFragment(measureRowFragment, props.measure);
  const unknown = useTranslation('ui').t('unknown');
  return (
    <tr role="row">
      <td role="cell" className="db-main">
        {measure.text}
      </td>
      <td role="cell" className="db-items">
        <AdminItemLink id={item.id} title={item.title} />
      </td>
      <td role="cell">{measure.responsibleUnit?.name ?? unknown}</td>
      <td role="cell">{measure.owner?.displayName ?? unknown}</td>
      <td role="cell" className="db-tags">
        <StatusTag kind="MeasureStatus" value={measure.status} />{' '}
        <OverdueTag isOverdue={measure.isOverdue} />
      </td>
    </tr>
  );
}
