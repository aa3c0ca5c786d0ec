import { complexityFromQuery } from '@pothos/plugin-complexity';
import { getOperationAST, Kind, type DocumentNode, type ExecutionArgs } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { refuseOperation } from '../errors/refuse-cost.ts';
import { introspectionCost } from './introspection-cost.ts';
import { COST_LIMIT } from './query-cost.ts';

/**
 * Puts the cost of every operation, counted with its variables, into the answer's extensions, and
 * refuses one that costs too much as a whole, before anything of it runs.
 */
export function useCost(): Plugin {
  return {
    onExecute: ({ args, setResultAndStopExecution }) => {
      const cost = costOf(args);
      if (cost === null) return undefined;
      const refusal = refuseOperation(cost);
      if (refusal)
        setResultAndStopExecution({
          data: null,
          errors: [refusal],
          extensions: { cost: { ...cost, limit: COST_LIMIT } },
        });
      return {
        onExecuteDone: ({ result, setResult }) => {
          if (Symbol.asyncIterator in result) return;
          setResult({
            ...result,
            extensions: { ...result.extensions, cost: { ...cost, limit: COST_LIMIT } },
          });
        },
      };
    },
  };
}

function costOf({ schema, document, variableValues, contextValue, operationName }: ExecutionArgs) {
  // A document of several operations is costed by the one that runs.
  const operation = getOperationAST(document, operationName);
  if (!operation || operation.operation === 'subscription') return null;
  const fragments = document.definitions.filter(
    (definition) => definition.kind === Kind.FRAGMENT_DEFINITION,
  );
  const running: DocumentNode = { ...document, definitions: [operation, ...fragments] };
  const { complexity, depth, breadth } = complexityFromQuery(running, {
    schema,
    variables: variableValues ?? {},
    ctx: contextValue as object,
  });
  const named = new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
  const cost = Math.ceil(complexity) + introspectionCost(schema, operation.selectionSet, named);
  return { cost, depth, breadth };
}
