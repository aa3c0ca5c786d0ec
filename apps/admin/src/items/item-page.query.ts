import { graphql } from '@taizhang/client';
import { itemEvidenceFragment } from '../evidence/evidence-panel.fragment.ts';
import { itemFollowUpFragment } from './follow-up-panel.fragment.ts';
import { itemHeadFragment } from './item-head.fragment.ts';
import { itemHistoryFragment } from './history-panel.fragment.ts';
import { itemLinksFragment } from './links-panel.fragment.ts';
import { itemMeasuresFragment } from './measures-panel.fragment.ts';
import { allowedActionFragment } from '../actions/allowed-action.fragment.ts';

export const itemPageQuery = graphql(
  `
    query AdminItemPage($id: ID!) {
      node(id: $id) {
        __typename
        ... on RectificationItem {
          id
          code
          title
          version
          allowedActions {
            ...OfferedAction
          }
          ...ItemHead
          ...ItemMeasures
          ...ItemEvidence
          ...ItemLinks
          ...ItemFollowUp
          ...ItemHistory
        }
      }
    }
  `,
  [
    itemHeadFragment,
    itemMeasuresFragment,
    itemEvidenceFragment,
    itemLinksFragment,
    itemFollowUpFragment,
    itemHistoryFragment,
    allowedActionFragment,
  ],
);
