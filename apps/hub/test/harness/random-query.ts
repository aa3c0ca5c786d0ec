import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { modelNamed } from './walk-schema.ts';

/** A document that asks for something, and what it may be asked with. */
export interface RandomQuery {
  document: string;
  /** Other values for its variables each time. */
  variables: () => Record<string, unknown>;
}

/** What queries may name: ids by type, and texts. */
export interface Nameable {
  ids: ReadonlyMap<string, readonly string[]>;
  texts: readonly string[];
}

type Below = (below: number) => number;

const DEEPEST = 4;
/** What is always left to the resolvers: it would only leave everything beside it to them, too. */
const LEFT =
  /^(me|mySessions|signInOptions|uploadLimits|search|audit\w+|acts?|nodes|notifications|apiClients|rectificationMetrics|compare\w+|whoCan|externalRefs?|metrics|planChecks|account|sessionCount|roles)$/;

/** Makes a document out of the schema: aliases, fragments, directives, variables, pages and filters as they come. */
export function randomQuery(schema: GraphQLSchema, chance: Below, nameable: Nameable): RandomQuery {
  const definitions: string[] = [];
  const values: [name: string, value: () => unknown][] = [];
  const fragments: string[] = [];
  const query = schema.getQueryType()!;
  const oneOf = <Value>(values: readonly Value[]): Value => values[chance(values.length)]!;
  const happens = (percent: number) => chance(100) < percent;

  function variable(type: string, value: () => unknown): string {
    const name = `v${values.length}`;
    definitions.push(`$${name}: ${type}`);
    values.push([name, value]);
    return `$${name}`;
  }

  function idOf(name: string, parent: string): string {
    const type =
      modelNamed(name.replace(/s$/, '')) ??
      (parent.includes('Filter') ? parent.replace('Filter', '') : undefined);
    const known = nameable.ids.get(type ?? '');
    if (!known?.length || happens(5))
      return oneOf(nameable.ids.get(oneOf([...nameable.ids.keys()]))!);
    return oneOf(known);
  }

  function valueOf(type: GraphQLInputType, name: string, parent: string, depth: number): unknown {
    if (isNonNullType(type)) return valueOf(type.ofType, name, parent, depth);
    if (isListType(type)) {
      const length = name === 'or' || name === 'and' ? 2 : 1 + chance(3);
      return Array.from({ length }, () => valueOf(type.ofType, name, parent, depth));
    }
    if (isEnumType(type)) return oneOf(type.getValues()).name;
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields());
      const required = fields.filter((field) => isNonNullType(field.type));
      const others = fields.filter(
        (field) => !isNonNullType(field.type) && (depth < 2 || !/^(and|or|not)$/.test(field.name)),
      );
      const chosen = required.length
        ? required
        : [oneOf(others), ...(happens(30) ? [oneOf(others)] : [])];
      return Object.fromEntries(
        chosen.map((field) => [field.name, valueOf(field.type, field.name, type.name, depth + 1)]),
      );
    }
    switch (type.name) {
      case 'ID':
        return idOf(name, parent);
      case 'Boolean':
        return happens(50);
      case 'Int':
        return name === 'year' ? 2024 + chance(3) : chance(6);
      case 'Date':
        return oneOf(['2024-06-30', '2025-03-01', '2025-12-31', '2026-03-31']);
      case 'DateTime':
        return oneOf(['2025-01-01T00:00:00Z', '2025-12-01T08:30:00Z']);
      case 'Fen':
        return oneOf([0, 1_000_000]);
      default:
        return oneOf(nameable.texts);
    }
  }

  function written(value: unknown, type: GraphQLInputType): string {
    if (value === null) return 'null';
    if (isNonNullType(type)) return written(value, type.ofType);
    if (isListType(type))
      return `[${(value as unknown[]).map((one) => written(one, type.ofType)).join(', ')}]`;
    if (isEnumType(type)) return String(value);
    if (isInputObjectType(type))
      return `{${Object.entries(value as object)
        .map(([name, inner]) => `${name}: ${written(inner, type.getFields()[name]!.type)}`)
        .join(', ')}}`;
    return JSON.stringify(value);
  }

  function argument(
    field: GraphQLField<unknown, unknown>,
    { name, type }: GraphQLArgument,
  ): string {
    const make = () => {
      if (name === 'first' || name === 'last') return oneOf([0, 1, 2, 3, 5, 30]);
      if (name === 'id') return oneOf(nameable.ids.get(oneOf([...nameable.ids.keys()]))!);
      return valueOf(type, name, getNamedType(type).name || field.name, 0);
    };
    if (happens(40)) return `${name}: ${variable(String(type), make)}`;
    return `${name}: ${written(make(), type)}`;
  }

  function argumentsFor(field: GraphQLField<unknown, unknown>, depth: number): string {
    const isList = field.args.some(({ name }) => name === 'first');
    const given = field.args.filter(({ name, type }) => {
      if (isNonNullType(type)) return true;
      if (name === 'after' || name === 'before') return false;
      if (name === 'last') return false;
      if (name === 'first') return depth < 3 || happens(80);
      return happens(isList ? 35 : 60);
    });
    if (isList && happens(12)) {
      const last = field.args.find(({ name }) => name === 'last')!;
      given.splice(given.findIndex(({ name }) => name === 'first') >>> 0, 1, last);
    }
    const texts = given.map((arg) => argument(field, arg));
    return texts.length ? `(${texts.join(', ')})` : '';
  }

  function directive(): string {
    if (!happens(6)) return '';
    const condition = happens(60) ? variable('Boolean!', () => happens(50)) : String(happens(50));
    return ` @${oneOf(['skip', 'include'])}(if: ${condition})`;
  }

  function fieldText(field: GraphQLField<unknown, unknown>, depth: number): string {
    const named = getNamedType(field.type);
    // Keys are numbered: two fields of one key would have to ask alike.
    const alias = `f${keys++}: `;
    const inner = isLeafType(named) ? '' : ` ${selection(named as GraphQLObjectType, depth + 1)}`;
    return `${alias}${field.name}${argumentsFor(field, depth)}${directive()}${inner}`;
  }
  let keys = 0;

  function selection(type: GraphQLObjectType, depth: number): string {
    if (!isObjectType(type)) return `{ __typename ${named(type as never, depth)} }`;
    const fields = Object.values(type.getFields()).filter(({ name }) => !LEFT.test(name));
    const leaves = fields.filter((field) => isLeafType(getNamedType(field.type)));
    const deeper = fields.filter((field) => !isLeafType(getNamedType(field.type)));
    const chosen: string[] = happens(15) || !leaves.length ? ['__typename'] : [];
    const isPaged = /(Connection|Edge)$/.test(type.name);
    const more = isPaged ? 2 : depth < DEEPEST ? 1 + chance(2) : 0;
    if (leaves.length)
      for (let i = 1 + chance(3); i > 0; i--) chosen.push(fieldText(oneOf(leaves), depth));
    if (deeper.length && (depth < DEEPEST || isPaged))
      for (let i = more; i > 0; i--)
        chosen.push(fieldText(oneOf(deeper), isPaged ? depth - 1 : depth));
    if (!happens(12)) return `{ ${chosen.join(' ')} }`;
    if (happens(50))
      return `{ ... on ${type.name}${directive()} { ${chosen.join(' ')} } __typename }`;
    const name = `F${fragments.length}`;
    fragments.push(`fragment ${name} on ${type.name} { ${chosen.join(' ')} }`);
    return `{ ...${name} __typename }`;
  }

  /** Members of an interface or a union, those that nodes are found as. */
  function named(type: Parameters<GraphQLSchema['getPossibleTypes']>[0], depth: number): string {
    return schema
      .getPossibleTypes(type)
      .filter(({ name }) => nameable.ids.has(name))
      .filter(() => happens(70))
      .map((member) => `... on ${member.name} ${selection(member, depth)}`)
      .join(' ');
  }

  const roots = Object.values(query.getFields()).filter(({ name }) => !LEFT.test(name));
  const asked = Array.from({ length: 1 + (happens(15) ? 1 : 0) }, () => fieldText(oneOf(roots), 0));
  const head = definitions.length ? `(${definitions.join(', ')})` : '';
  return {
    document: [`query Q${head} { ${asked.join(' ')} }`, ...fragments].join('\n'),
    variables: () => Object.fromEntries(values.map(([name, value]) => [name, value()])),
  };
}
