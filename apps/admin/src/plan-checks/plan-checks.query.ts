import { graphql, type ResultOf } from '@taizhang/client';

export const planChecksQuery = graphql(`
  query AdminPlanChecks($id: ID!) {
    node(id: $id) {
      __typename
      ... on InspectionRound {
        id
        planChecks {
          code
          title
          advice
          count
          findings {
            itemId
            itemCode
            measureOrdinal
            field
            excerpt
            relatedCode
          }
        }
      }
    }
  }
`);

type Node = NonNullable<ResultOf<typeof planChecksQuery>['node']>;
export type PlanCheck = NonNullable<
  Extract<Node, { __typename: 'InspectionRound' }>['planChecks']
>[number];
