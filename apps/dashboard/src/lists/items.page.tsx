import { graphql } from '@taizhang/client';
import { itemFilterKey } from '@taizhang/rectification/rules';
import { useTerm } from '@taizhang/ui';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { useScope } from '../scope/use-scope.ts';
import type { CutChip } from './cut-chips.tsx';
import { isCounted, itemFilter, readItemCut, type ItemCut } from './item-cut.ts';
import { ItemRow, itemRowFragment } from './item-row.tsx';
import { ListPage } from './list-page.tsx';
import { useCutNames } from './use-cut-name.ts';
import { pageSize, usePages } from './use-pages.ts';

const itemsQuery = graphql(
  `
    query DashboardItems($first: Int!, $after: String, $filter: RectificationItemFilter) {
      rectificationItems(first: $first, after: $after, filter: $filter) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            id
            ...ItemRow
          }
        }
      }
    }
  `,
  [itemRowFragment],
);

export function ItemsPage() {
  const { t } = useTranslation('dashboard');
  const scope = useScope();
  const [params] = useSearchParams();
  const cut = useMemo(() => readItemCut(params), [params]);
  const pages = usePages('/items');
  const [{ data, error, fetching }, read] = useQuery({
    query: itemsQuery,
    variables: { first: pageSize, after: pages.after, filter: itemFilter(scope, cut) },
  });
  const connection = data?.rectificationItems ?? undefined;

  return (
    <ListPage
      title={t('items.title')}
      chips={useItemChips(cut)}
      pages={pages}
      fetching={fetching}
      error={error}
      onRetry={() => read({ requestPolicy: 'network-only' })}
      connection={connection}
    >
      <table className="db-table" role="table">
        <thead role="rowgroup">
          <tr role="row">
            {(
              ['code', 'item', 'unit', 'leader', 'dueOn', 'status', 'measures', 'evidence'] as const
            ).map((column) => (
              <th key={column} role="columnheader" scope="col">
                {t(`items.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {connection?.edges.map(({ node }) => (
            <ItemRow key={node.id} item={node} />
          ))}
        </tbody>
      </table>
    </ListPage>
  );
}

function useItemChips(cut: ItemCut): CutChip[] {
  const { t } = useTranslation('dashboard');
  const term = useTerm();
  const area = useCutNames(cut.areaId);
  const unit = useCutNames(cut.responsibleUnitId);
  const leader = useCutNames(cut.leadLeaderId);
  const chips: (CutChip | false | undefined)[] = [
    cut.status && {
      parameter: itemFilterKey('status'),
      label: isCounted(cut.status)
        ? t('lists.counted')
        : cut.status.map((status) => term('ItemStatus', status)).join(' · '),
    },
    cut.overdue && { parameter: itemFilterKey('overdue'), label: t('lists.overdue') },
    cut.hasAcceptedEvidence && {
      parameter: itemFilterKey('hasAcceptedEvidence'),
      label: t('lists.evidence'),
    },
    cut.hasAmountInvolvedFen !== undefined && {
      parameter: itemFilterKey('hasAmountInvolvedFen'),
      label: t(cut.hasAmountInvolvedFen ? 'lists.amountStated' : 'lists.amountUnstated'),
    },
    cut.areaId !== undefined && { parameter: itemFilterKey('areaId'), label: area },
    cut.responsibleUnitId !== undefined && {
      parameter: itemFilterKey('responsibleUnitId'),
      label: unit,
    },
    cut.hasResponsibleUnit === false && {
      parameter: itemFilterKey('hasResponsibleUnit'),
      label: t('units.none'),
    },
    cut.leadLeaderId !== undefined && { parameter: itemFilterKey('leadLeaderId'), label: leader },
    cut.hasLeadLeader === false && {
      parameter: itemFilterKey('hasLeadLeader'),
      label: t('leaders.none'),
    },
  ];
  return chips.filter((chip) => chip !== false && chip !== undefined);
}
