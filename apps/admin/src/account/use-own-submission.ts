import type { TypedDocumentNode } from '@urql/core';
import { useState } from 'react';
import { useMutation, type CombinedError } from 'urql';
import type { MutationFailure, SubmissionFailure } from '../submission/mutation-failure.ts';

/** What a mutation answers that is no refusal. */
type Done<Result> = Exclude<Result, { code: string }>;

/** A mutation about one's own account: unlike those of the ledger it is not to be repeated by key. */
export function useOwnSubmission<Result extends { __typename?: string }, Input>(
  document: TypedDocumentNode<{ result: Result }, { input: Input }>,
) {
  const [{ fetching }, execute] = useMutation(document);
  const [failure, setFailure] = useState<SubmissionFailure | null>(null);

  /** @returns what was done, or why not. */
  async function submit(input: Input): Promise<Done<Result> | SubmissionFailure> {
    setFailure(null);
    const { data, error } = await execute({ input });
    const found = data ? refusalOf(data.result) : failureOf(error);
    if (!found) return data!.result as Done<Result>;
    setFailure(found);
    return found;
  }
  return { submit, submitting: fetching, failure };
}

function refusalOf(result: object): SubmissionFailure | null {
  return 'message' in result && 'code' in result
    ? { kind: 'refused', error: result as MutationFailure }
    : null;
}

/** Too many requests, say, are answered as an error of the whole request. */
export function failureOf(error: CombinedError | undefined): SubmissionFailure {
  const [said] = error?.graphQLErrors ?? [];
  if (!said) return { kind: 'unanswered' };
  const code = String(said.extensions['code'] ?? '');
  return {
    kind: 'refused',
    error: { __typename: 'ForbiddenError', code, message: said.message },
  };
}

/** Whether a submission failed. */
export const isFailure = (result: object): result is SubmissionFailure => 'kind' in result;
