import { getOperationAST, OperationTypeNode } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { HubContext } from './hub-context.ts';

/** Says of each answer whether it is a query's, made to its end and without an error: only those are kept. */
export const useTracedAnswers = (): Plugin<HubContext> => ({
  onExecute: ({ args: { document, operationName, contextValue } }) => {
    const { trace } = contextValue as HubContext;
    const operation = getOperationAST(document, operationName);
    if (!trace || operation?.operation !== OperationTypeNode.QUERY) return undefined;
    return {
      onExecuteDone: ({ result }) => {
        trace.isWhole = 'data' in result && !('errors' in result);
      },
    };
  },
});
