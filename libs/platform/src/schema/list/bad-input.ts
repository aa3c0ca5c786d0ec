import { GraphQLError } from 'graphql';
import type { BilingualText } from '../../rules/index.ts';

/** An argument that cannot be meant: the client is told which one, and nothing is read. */
export const badInput = (message: BilingualText, argument?: string) =>
  new GraphQLError(message, {
    extensions: { code: 'BAD_USER_INPUT', ...(argument && { argument }) },
  });
