import { graphql, type ResultOf } from '@taizhang/client';

export const workQuery = graphql(`
  query AdminWork($first: Int!) {
    myWork {
      kind
      count
      rows(first: $first) {
        recordId
        itemId
        biweeklyReportId
        code
        title
        note
        unitName
        dueOn
        isOverdue
        daysLate
      }
    }
  }
`);

export type WorkQueue = NonNullable<ResultOf<typeof workQuery>['myWork']>[number];
export type WorkRow = WorkQueue['rows'][number];

/** How much waits, for the menu. */
export const workCountQuery = graphql(`
  query AdminWorkCount {
    myWork {
      kind
      count
    }
  }
`);
