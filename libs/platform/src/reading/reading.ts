import type { GraphQLField } from 'graphql';
import type { RequestContext } from '../schema/context.ts';
import type { Page } from '../schema/list/read-page.ts';

type Arguments = Record<string, unknown>;

/** What a field that lists says of itself, for its resolver as for the reader. */
export interface ListReading {
  model: string;
  /** The page that is asked for, of the record with this key. @throws GraphQLError */
  ask: (args: Arguments, owner: string | null) => Page;
  /** Which rows, beside where the page begins. @throws GraphQLError */
  where: (args: Arguments, context: RequestContext, owner: { id: unknown }) => unknown;
  /** The relation by which the rows belong to the record, where the condition does not say it. */
  relation?: string;
}

/** What a field that finds one record says of itself. */
export interface OneReading {
  model: string;
  /** Null when there is none. @throws GraphQLError */
  where: (args: Arguments, context: RequestContext) => unknown;
}

const LIST = 'taizhangList';
const ONE = 'taizhangOne';

/** What a field is declared with, so that it can be read without its resolver. */
export const readAsList = (reading: ListReading) => ({ [LIST]: reading });
export const readAsOne = (reading: OneReading) => ({ [ONE]: reading });

export const listReadingOf = (field: GraphQLField<unknown, unknown>) =>
  field.extensions[LIST] as ListReading | undefined;
export const oneReadingOf = (field: GraphQLField<unknown, unknown>) =>
  field.extensions[ONE] as OneReading | undefined;
