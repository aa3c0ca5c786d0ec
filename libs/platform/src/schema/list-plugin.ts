import SchemaBuilder, {
  BasePlugin,
  type PothosOutputFieldConfig,
  type SchemaTypes,
} from '@pothos/core';
import { LISTED_WHOLE, MOST_LISTED } from '../changes/listed-whole.ts';
import { getDatamodel } from '../database/generated/pothos-types.ts';

const NAME = 'lists';
const { models } = getDatamodel().datamodel;

/** Whether a field lists rows whose number under one record the writer keeps. */
function isKept(type: string, name: string): boolean {
  const field = models[type]?.fields.find((one) => one.name === name);
  if (!field?.isList || !field.relationName) return false;
  const column = models[field.type]?.fields.find(
    (one) => one.relationName === field.relationName && one.relationFromFields?.length,
  )?.relationFromFields?.[0];
  const kept: readonly string[] = LISTED_WHOLE[field.type as keyof typeof LISTED_WHOLE] ?? [];
  return column !== undefined && kept.includes(column);
}

/** Says of each list that a record has whole how long it can be. */
class ListsPlugin<Types extends SchemaTypes> extends BasePlugin<Types> {
  override onOutputFieldConfig(field: PothosOutputFieldConfig<Types>) {
    if (field.type.kind !== 'List' || !isKept(field.parentType, field.name)) return field;
    const bound = `至多 ${MOST_LISTED} 条。At most ${MOST_LISTED}.`;
    return { ...field, description: `${field.description ?? ''} ${bound}` };
  }
}

declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- how Pothos learns of a plugin
  export namespace PothosSchemaTypes {
    interface Plugins<Types extends SchemaTypes> {
      lists: ListsPlugin<Types>;
    }
  }
}

SchemaBuilder.registerPlugin(NAME, ListsPlugin);

export default NAME;
