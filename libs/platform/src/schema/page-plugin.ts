import SchemaBuilder, {
  BasePlugin,
  type PothosInputFieldConfig,
  type PothosOutputFieldConfig,
  type SchemaTypes,
} from '@pothos/core';
import type { GraphQLFieldResolver } from 'graphql';
import { checkPage, type PageArguments } from './page.ts';

const NAME = 'pages';
/** What every type and mutation says of the same thing. */
const RECORD_ID = 'ID。Names the record in the whole hub; `node` reads it.';
const INPUT = '输入。What to do, and to which record.';

/**
 * Checks the page that a connection is asked for, also when only its total is selected; and makes
 * every field of the root nullable, so that one that fails does not take the others with it.
 */
class PagesPlugin<Types extends SchemaTypes> extends BasePlugin<Types> {
  override onOutputFieldConfig(field: PothosOutputFieldConfig<Types>) {
    if (field.parentType === 'Query')
      return { ...field, type: { ...field.type, nullable: true } as typeof field.type };
    return field.name === 'id' && !field.description ? { ...field, description: RECORD_ID } : field;
  }

  override onInputFieldConfig(field: PothosInputFieldConfig<Types>) {
    return field.name === 'input' && !field.description ? { ...field, description: INPUT } : field;
  }

  override wrapResolve(
    resolver: GraphQLFieldResolver<unknown, Types['Context'], object>,
    field: PothosOutputFieldConfig<Types>,
  ): GraphQLFieldResolver<unknown, Types['Context'], object> {
    if (!('first' in field.args && 'last' in field.args)) return resolver;
    return (parent, args, context, info) => {
      checkPage(args as PageArguments);
      return resolver(parent, args, context, info);
    };
  }
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
