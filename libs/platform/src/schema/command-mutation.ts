import type { InputFieldMap } from '@pothos/core';
import type PrismaTypes from '../database/generated/pothos-types.ts';
import { ConflictError, NotFoundError } from '../errors/domain-errors.ts';
import { builder } from './builder.ts';
import type { RequestContext } from './context.ts';
import { domainErrors } from './domain-error.type.ts';
import { encodeRecordId, keyOf } from './record-id.ts';

type Model = keyof PrismaTypes & string;
type InputBuilder = PothosSchemaTypes.InputFieldBuilder<
  (typeof builder)['$inferSchemaTypes'],
  'InputObject'
>;

/** An input as it reaches a command: ids are keys, the rest is still to be checked by its rule. */
export interface CommandInput {
  idempotencyKey: string;
  [field: string]: unknown;
}

/** An input that changes a stored record. */
export interface ChangeInput extends CommandInput {
  id: string;
  expectedVersion: number;
}

export interface CommandMutation<Input extends CommandInput> {
  /** Verb and noun, such as submitMeasure. */
  name: string;
  description: string;
  /** The type of record that the mutation answers with. */
  model: Model;
  /** The type of record that `id` names and `expectedVersion` guards; absent for a new record. */
  changes?: Model;
  /** The other input fields that name records, with their types. */
  ids?: Record<string, Model>;
  fields?: (t: InputBuilder) => InputFieldMap;
  /** Runs the command and returns the key of the record to answer with. */
  run: (context: RequestContext, input: Input) => Promise<string>;
}

/**
 * Adds a mutation that runs one command: its input type, its result union and the field. The
 * result is read anew by key, so that what the client selected never enters the command.
 */
export function commandMutation<Input extends CommandInput = ChangeInput>(
  mutation: CommandMutation<Input>,
) {
  const capitalized = mutation.name[0]!.toUpperCase() + mutation.name.slice(1);
  const Input = builder.inputType(`${capitalized}Input`, {
    description: `${mutation.description} The input of \`${mutation.name}\`.`,
    fields: (t) => ({
      idempotencyKey: t.string({
        required: true,
        description:
          '幂等键，8–200 字符。Any unique text: sent again, the mutation has no second effect.',
      }),
      ...(mutation.changes && {
        id: t.id({ required: true, description: '记录 ID。The record to change.' }),
        expectedVersion: t.int({
          required: true,
          description: '所读版本号。The version that you read; a newer one stored is a conflict.',
        }),
      }),
      ...mutation.fields?.(t),
    }),
  });
  const ids = { ...(mutation.changes && { id: mutation.changes }), ...mutation.ids };

  builder.mutationField(mutation.name, (t) =>
    t.prismaField({
      type: mutation.model as 'RectificationItem',
      description: mutation.description,
      extensions: { readBy: 'whoever its command lets' },
      errors: {
        types: domainErrors,
        directResult: true,
        union: {
          name: `${capitalized}Result`,
          description: `The changed record, or why it was refused, from \`${mutation.name}\`.`,
        },
      },
      args: { input: t.arg({ type: Input, required: true }) },
      // A change costs more than a read: a batch of aliases must stay small.
      complexity: { field: 200 },
      resolve: async (query, _root, args, context) => {
        const given = args.input as Record<string, unknown>;
        if (mutation.changes) keyOf(mutation.changes, String(given['id']));
        const input = decodeIds(given, ids);
        const key = await mutation.run(context, input as Input).catch((error: unknown) => {
          throw error instanceof ConflictError ? encodeConflict(error, ids) : error;
        });
        return readBack(context, mutation.model, key, query);
      },
    }),
  );
}

/** Shows the keys in a conflict as the ids that callers know. */
function encodeConflict({ currentVersion, fields }: ConflictError, ids: Record<string, Model>) {
  const encode = (field: string, key: string | null) => {
    const model = ids[field];
    return model && key ? encodeRecordId(model, key) : key;
  };
  return new ConflictError(
    currentVersion,
    fields.map(({ field, yours, current }) => ({
      field,
      yours: encode(field, yours),
      current: encode(field, current),
    })),
  );
}

/** Replaces API ids by keys, also inside nested inputs. @throws NotFoundError for an id of another type. */
function decodeIds(input: Record<string, unknown>, ids: Record<string, Model>) {
  const decoded: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(input)) decoded[field] = decode(value, ids[field]);
  return decoded;

  function decode(value: unknown, model: Model | undefined): unknown {
    if (typeof value === 'string') return model && value ? keyOf(model, value) : value;
    if (Array.isArray(value))
      return value.map((element: unknown) =>
        model ? keyOf(model, String(element)) : decode(element, model),
      );
    if (typeof value === 'object' && value !== null)
      return decodeIds(value as Record<string, unknown>, ids);
    return value;
  }
}

async function readBack(context: RequestContext, model: Model, id: string, query: object) {
  const delegate = context.db[(model[0]!.toLowerCase() + model.slice(1)) as 'rectificationItem'];
  const record = await delegate.findUnique({ ...query, where: { id } });
  if (!record) throw new NotFoundError(model);
  return record;
}
