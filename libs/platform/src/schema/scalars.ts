import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { DateTimeISOResolver, JSONResolver } from 'graphql-scalars';
import { bilingual, isIsoDate } from '../rules/index.ts';

/** A day without a time. Rules compare days as text, so inside the hub it stays `yyyy-mm-dd`. */
const GraphQLDate = new GraphQLScalarType<string, string>({
  name: 'Date',
  description: '日期。A day without a time, ISO 8601 `yyyy-mm-dd`, such as 2025-02-07.',
  serialize: (value) => (value instanceof Date ? value.toISOString() : String(value)).slice(0, 10),
  parseValue: parseDay,
  parseLiteral: (node) => parseDay(node.kind === Kind.STRING ? node.value : null),
});

function parseDay(value: unknown): string {
  if (typeof value === 'string' && isIsoDate(value)) return value;
  throw new GraphQLError(
    bilingual(
      '日期格式应为 年-月-日，如 2025-02-07',
      'Give a date as yyyy-mm-dd, such as 2025-02-07',
    ),
    { extensions: { code: 'BAD_USER_INPUT' } },
  );
}

/** A sum of money in whole fen: JSON's numbers carry it exactly up to ninety trillion yuan. */
const GraphQLFen = new GraphQLScalarType<number, number>({
  name: 'Fen',
  description: '金额（分）。A sum of money in whole fen: 123456 is 1,234.56 yuan.',
  serialize: (value) => parseFen(Number(value)),
  parseValue: parseFen,
  parseLiteral: (node) => parseFen(node.kind === Kind.INT ? Number(node.value) : null),
});

function parseFen(value: unknown): number {
  if (Number.isSafeInteger(value)) return value as number;
  throw new GraphQLError(
    bilingual('金额须为整数，单位为分', 'Give a sum of money as a whole number of fen'),
    { extensions: { code: 'BAD_USER_INPUT' } },
  );
}

/** The scalars beside GraphQL's own, by name. */
export const scalars = {
  Date: GraphQLDate,
  DateTime: DateTimeISOResolver,
  Fen: GraphQLFen,
  JSON: JSONResolver,
};
