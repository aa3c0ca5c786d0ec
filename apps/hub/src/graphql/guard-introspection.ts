import { refuseCaller, rootFields, type Caller } from '@taizhang/platform';
import { getOperationAST } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { HubContext } from './hub-context.ts';

/** Who may ask the hub for its schema, and gets the page on which it is explored. */
export type Introspection = 'everyone' | 'signed-in' | 'nobody';

/** Whether somebody may ask for the schema. */
export const mayIntrospect = (introspection: Introspection, caller: Caller | null): boolean =>
  introspection === 'everyone' || (introspection === 'signed-in' && caller !== null);

/** Refuses to tell the schema to who may not ask for it. */
export function useGuardedIntrospection(introspection: Introspection): Plugin<HubContext> {
  return {
    onExecute: ({ args: { document, operationName, contextValue }, setResultAndStopExecution }) => {
      const { caller } = contextValue as HubContext;
      if (mayIntrospect(introspection, caller)) return;
      const operation = getOperationAST(document, operationName);
      if (!operation) return;
      const fields = rootFields(document, operation.selectionSet);
      if (fields.has('__schema') || fields.has('__type'))
        setResultAndStopExecution({ errors: [refuseCaller(caller)] });
    },
  };
}
