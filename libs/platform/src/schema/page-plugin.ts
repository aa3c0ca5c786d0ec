import SchemaBuilder, {
  BasePlugin,
  type PothosOutputFieldConfig,
  type SchemaTypes,
} from '@pothos/core';
import {
  getNamedType,
  isObjectType,
  type GraphQLFieldResolver,
  type GraphQLNamedType,
  type GraphQLOutputType,
} from 'graphql';
import { checkCursor, checkPage, type PageArguments } from './page.ts';

const NAME = 'pages';

/** Checks the page that a connection is asked for, also when only its total is selected. */
class PagesPlugin<Types extends SchemaTypes> extends BasePlugin<Types> {
  override wrapResolve(
    resolver: GraphQLFieldResolver<unknown, Types['Context'], object>,
    field: PothosOutputFieldConfig<Types>,
  ): GraphQLFieldResolver<unknown, Types['Context'], object> {
    if (!('first' in field.args && 'last' in field.args)) return resolver;
    return (parent, args, context, info) => {
      checkPage(args as PageArguments);
      const model = modelOf(info.returnType);
      if (model) checkCursor(model, args as PageArguments);
      return resolver(parent, args, context, info);
    };
  }
}

/** Pages of records go by their ids; other connections have cursors of their own. */
function modelOf(connection: GraphQLOutputType): string | null {
  const record = typeOf(typeOf(getNamedType(connection), 'edges'), 'node');
  const model = isObjectType(record) ? record.extensions['pothosPrismaModel'] : null;
  return typeof model === 'string' ? model : null;
}

function typeOf(type: GraphQLNamedType | undefined, field: string): GraphQLNamedType | undefined {
  const found = isObjectType(type) ? type.getFields()[field] : undefined;
  return found && getNamedType(found.type);
}

declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- how Pothos learns of a plugin
  export namespace PothosSchemaTypes {
    interface Plugins<Types extends SchemaTypes> {
      pages: PagesPlugin<Types>;
    }
  }
}

SchemaBuilder.registerPlugin(NAME, PagesPlugin);

export default NAME;
