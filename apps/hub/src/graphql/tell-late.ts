import { currentDeadline, lateError } from '@taizhang/platform';
import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';

/** Answers an operation that its deadline stopped with that one error, instead of one for each field that it stopped. */
export const useDeadline = (): Plugin => ({
  onExecute: () => ({
    onExecuteDone: ({ result, setResult }) => {
      if (!currentDeadline()?.isOver || !('errors' in result)) return;
      if (result.errors?.some(isUnexpected)) setResult({ errors: [lateError()] });
    },
  }),
});

const isUnexpected = ({ originalError, extensions }: GraphQLError) =>
  extensions['code'] === 'TIMEOUT' ||
  (originalError !== undefined && !(originalError instanceof GraphQLError));
