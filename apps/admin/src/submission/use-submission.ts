import type { TypedDocumentNode } from '@urql/core';
import { useCallback, useRef, useState } from 'react';
import { useClient, useMutation } from 'urql';
import { viewerQuery } from '../session/session.query.ts';
import { createIdempotencyKey } from './idempotency-key.ts';
import type { MutationFailure, SubmissionFailure } from './mutation-failure.ts';

/** A mutation whose one root field is aliased `result`. */
export type SubmissionDocument<Result, Input> = TypedDocumentNode<
  { result: Result },
  { input: Input }
>;

export interface Submission<Result, Input> {
  /** The changed record, or null when it was not done; `failure` then says why. */
  submit(input: Omit<Input, 'idempotencyKey'>): Promise<Exclude<Result, { code: string }> | null>;
  submitting: boolean;
  failure: SubmissionFailure | null;
  forgetFailure(): void;
}

/**
 * Sends one mutation. A retry after no answer repeats the idempotency key, so that work which the hub had
 * done all the same is not done twice.
 */
export function useSubmission<Result extends { __typename?: string }, Input>(
  document: SubmissionDocument<Result, Input>,
): Submission<Result, Input> {
  const client = useClient();
  const [{ fetching }, execute] = useMutation(document);
  const [failure, setFailure] = useState<SubmissionFailure | null>(null);
  const unansweredKey = useRef<string | null>(null);

  const submit = useCallback(
    async (input: Omit<Input, 'idempotencyKey'>) => {
      setFailure(null);
      const idempotencyKey = unansweredKey.current ?? createIdempotencyKey();
      // TypeScript cannot see that the omitted key plus the rest is the input again.
      const { data } = await execute({ input: { ...input, idempotencyKey } as Input });
      unansweredKey.current = data ? null : idempotencyKey;
      if (!data) {
        setFailure({ kind: 'unanswered' });
        return null;
      }
      if (isFailure(data.result)) {
        setFailure({ kind: 'refused', error: data.result });
        // A session that ran out reads as forbidden: asking who we are lets SessionGate offer to sign in.
        if (data.result.__typename === 'ForbiddenError') {
          void client.query(viewerQuery, {}, { requestPolicy: 'network-only' }).toPromise();
        }
        return null;
      }
      return data.result as Exclude<Result, { code: string }>;
    },
    [client, execute],
  );

  return { submit, submitting: fetching, failure, forgetFailure: () => setFailure(null) };
}

function isFailure(result: object): result is MutationFailure {
  return 'message' in result && 'code' in result;
}
