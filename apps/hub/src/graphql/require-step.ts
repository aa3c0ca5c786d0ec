import { refuseStep } from '@taizhang/access';
import { rootFields } from '@taizhang/platform';
import { getOperationAST } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { HubContext } from './hub-context.ts';

/** What a session may do that must do something else first: learn who it is, do it, leave, or be somebody else. */
const ALLOWED = new Set([
  '__typename',
  'me',
  'signInOptions',
  'changePassword',
  'offerTotp',
  'confirmTotp',
  'signOut',
  'signIn',
  'completeSignIn',
  'signInAsDemoPerson',
]);

/** Says to a session that must change its password or enrol a second factor that this comes first. */
export function useRequiredStep(): Plugin<HubContext> {
  return {
    onExecute: ({ args: { document, operationName, contextValue }, setResultAndStopExecution }) => {
      const { caller, signIn } = contextValue as HubContext;
      // Who must do something else first is nobody until then.
      const step = caller ? null : signIn.session?.requiredStep;
      if (!step) return;
      const operation = getOperationAST(document, operationName);
      if (
        operation &&
        [...rootFields(document, operation.selectionSet)].every((name) => ALLOWED.has(name))
      )
        return;
      setResultAndStopExecution({ errors: [refuseStep(step)] });
    },
  };
}
