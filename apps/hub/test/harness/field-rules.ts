import {
  getNamedType,
  isObjectType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';

const ROOTS = ['Query', 'Mutation'];

/** Whether a type shows rows of a table. */
const isRecord = (type: GraphQLObjectType) =>
  typeof type.extensions['pothosPrismaModel'] === 'string';

const saysWhoReads = ({ extensions }: GraphQLObjectType) =>
  typeof extensions['readBy'] === 'string' && extensions['readBy'] !== '';

/** A root field is guarded by a scope, runs a command (which authorizes), or says whom it is open to. */
const isGuarded = ({ extensions }: GraphQLField<unknown, unknown>) => {
  const options = extensions['pothosOptions'] as { authScopes?: unknown } | undefined;
  return Boolean(options?.authScopes) || typeof extensions['readBy'] === 'string';
};

/** Every field of a schema that nobody has said who may read, as `Type.field`. */
export function fieldsWithoutRule(schema: GraphQLSchema): string[] {
  const missing: string[] = [];
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      const name = `${type.name}.${field.name}`;
      if (ROOTS.includes(type.name)) {
        if (!isGuarded(field)) missing.push(name);
        continue;
      }
      const answer = getNamedType(field.type);
      if (isObjectType(answer) && isRecord(answer) && !saysWhoReads(answer)) missing.push(name);
    }
  }
  return missing;
}
