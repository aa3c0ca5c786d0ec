import {
  getNamedType,
  isInterfaceType,
  isNonNullType,
  isObjectType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';

/** Rows asked for at each step: few, so that a deep path stays within the cost of an operation. */
const ROWS = 3;
const ROWS_AT_THE_ROOT = 20;

/**
 * A query for every path of fields that leads from the root to objects, at most `depth` steps long.
 * Each selects the ids on its way. A type is entered once on a path, but for organizations and
 * people, whose paths up and down the tree are the ones that could lead out of sight.
 */
export function pathsToRecords(schema: GraphQLSchema, depth: number): string[] {
  const paths: string[] = [];
  walk(schema.getQueryType()!, [], []);
  return paths;

  function walk(type: GraphQLObjectType, steps: string[], entered: string[]) {
    let isEnd = true;
    for (const field of Object.values(type.getFields())) {
      if (
        field.args.some(
          ({ type, defaultValue }) => isNonNullType(type) && defaultValue === undefined,
        )
      )
        continue;
      const next = getNamedType(field.type);
      if (!isObjectType(next) || isInterfaceType(next)) continue;
      const isPlumbing = /(?:Connection|Edge)$/.test(next.name);
      if (/^(?:PageInfo|AllowedAction|SourceSpan)$/.test(next.name)) continue;
      const times = entered.filter((name) => name === next.name).length;
      if (times > (/^(?:Organization|Person)$/.test(next.name) ? 1 : 0)) continue;
      if (entered.filter((name) => !/(?:Connection|Edge)$/.test(name)).length >= depth) continue;
      isEnd = false;
      const isPaged = field.args.some(({ name }) => name === 'first');
      const rows = steps.length ? ROWS : ROWS_AT_THE_ROOT;
      const step = isPaged ? `${field.name}(first: ${rows})` : field.name;
      const withId = isPlumbing || !('id' in next.getFields()) ? '' : ' id';
      walk(next, [...steps, `${step} {${withId} __typename `], [...entered, next.name]);
    }
    if (isEnd && steps.length) paths.push(`{ ${steps.join('')}${'}'.repeat(steps.length)} }`);
  }
}
