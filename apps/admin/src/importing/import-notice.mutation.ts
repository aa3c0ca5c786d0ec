import { graphql, type ResultOf } from '@taizhang/client';
import { mutationFailureFragment } from '../submission/mutation-failure.ts';

export const importNoticeMutation = graphql(
  `
    mutation ImportNotice($input: ImportNoticeInput!) {
      result: importNotice(input: $input) {
        __typename
        ... on NoticeImport {
          dryRun
          act {
            id
            status
            result {
              leftCount
            }
          }
          round {
            id
            title
          }
          changes {
            kind
            entity
            path
            field
            before
            after
            reason
          }
          warnings {
            message
            line
          }
          dropped {
            text
            line
            message
          }
          unmatched {
            path
            words
          }
          checks {
            message
            path
            excerpt
          }
        }
        ...MutationFailure
      }
    }
  `,
  [mutationFailureFragment],
);

export type NoticeImport = Extract<
  ResultOf<typeof importNoticeMutation>['result'],
  { __typename: 'NoticeImport' }
>;
