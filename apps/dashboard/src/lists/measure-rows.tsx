import { graphql, readFragment, type FragmentOf, type MeasureStatus } from '@taizhang/client';
import { OverdueTag, StatusTag } from '@taizhang/ui';
import { useTranslation } from 'react-i18next';
import { AdminItemLink } from './admin-link.tsx';

export const measureRowsFragment = graphql(`
  fragment MeasureRows on RectificationItem {
    id
    title
    measures {
      id
      text
      status
      isOverdue
      owner {
        displayName
      }
      responsibleUnit {
        name
      }
    }
  }
`);

export interface MeasureRowsProps {
  item: FragmentOf<typeof measureRowsFragment>;
  isShown(status: MeasureStatus): boolean;
}

/** The measures of one item, a row each. */
export function MeasureRows(props: MeasureRowsProps) {
  const item = readFragment(measureRowsFragment, props.item);
  const unknown = useTranslation('ui').t('unknown');
  return item.measures
    .filter(({ status }) => props.isShown(status))
    .map((measure) => (
      <tr role="row" key={measure.id}>
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
    ));
}
