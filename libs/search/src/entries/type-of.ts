import type { SearchKind } from '@taizhang/platform';

/** The GraphQL type of each kind. */
export const TYPE_OF = {
  RECTIFICATION_ITEM: 'RectificationItem',
  CORRECTIVE_MEASURE: 'CorrectiveMeasure',
  INSTITUTIONAL_DOCUMENT: 'InstitutionalDocument',
  TRAINING: 'Training',
} as const satisfies Record<SearchKind, string>;
