import type { graphql } from '@taizhang/client';
import { gql } from 'urql';
import { mutationFailureFragment, type MutationFailure } from '../submission/mutation-failure.ts';
import type { SubmissionDocument } from '../submission/use-submission.ts';

export type InputOf<Action extends string> = ReturnType<
  typeof graphql.scalar<`${Capitalize<Action>}Input` & Parameters<typeof graphql.scalar>[0]>
>;

export type Done = { __typename: 'Done'; id: string };

/** The input that a mutation takes in the contract, by its name. */
export type ActionDocument<Action extends string> = SubmissionDocument<
  Done | MutationFailure,
  InputOf<Action>
>;

const documents = new Map<string, unknown>();

/**
 * The document of a mutation, from its name alone: every one takes one input named after it and answers with
 * the record or with why not. Its id and type suffice: the pages that are open are read again.
 */
export function actionMutation<Action extends string>(action: Action): ActionDocument<Action> {
  const made = documents.get(action) ?? makeDocument(action);
  documents.set(action, made);
  return made as ActionDocument<Action>;
}

function makeDocument(action: string) {
  const name = action[0]!.toUpperCase() + action.slice(1);
  const { kind, definitions } = gql(`
    mutation ${name}($input: ${name}Input!) {
      result: ${action}(input: $input) {
        __typename
        ... on Node {
          id
        }
        ...MutationFailure
      }
    }
  `);
  return { kind, definitions: [...definitions, ...mutationFailureFragment.definitions] };
}
