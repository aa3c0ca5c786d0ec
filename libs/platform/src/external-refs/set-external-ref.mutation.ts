import { builder } from '../schema/builder.ts';
import type { CommandInput } from '../schema/command-mutation.ts';
import { domainErrors } from '../schema/domain-error.type.ts';
import { nodeOf } from '../schema/nodes.query.ts';
import { decodeRecordId } from '../schema/record-id.ts';
import { ExternalRefType } from './external-ref.type.ts';
import { setExternalRef } from './set-external-ref.ts';

const ExternalRefSetType = builder
  .objectRef<{ id: string; system: string }>('ExternalRefSet')
  .implement({
    description: '已登记的外部键。The record, with the key by which the system knows it now.',
    fields: (t) => ({
      record: t.field({
        type: builder.nodeInterfaceRef(),
        description: '记录。The record.',
        resolve: ({ id }, _args, context, info) => nodeOf(id, context, info),
      }),
      externalRef: t.field({
        type: ExternalRefType,
        nullable: true,
        description: '外部系统的键。The key; null once it is taken away.',
        resolve: ({ id, system }, _args, { db }) => {
          const { typename: subjectType, id: subjectId } = decodeRecordId(id);
          const place = { subjectType, subjectId, system };
          return db.externalRef.findUnique({ where: { subjectType_subjectId_system: place } });
        },
      }),
    }),
  });

const SetExternalRefInput = builder.inputType('SetExternalRefInput', {
  description: '登记外部键。The input of `setExternalRef`.',
  fields: (t) => ({
    idempotencyKey: t.string({
      required: true,
      description:
        '幂等键，8–200 字符。Any unique text: sent again, the mutation has no second effect.',
    }),
    id: t.id({
      required: true,
      description:
        '记录 ID。An item, measure, document, training, organization or person that you may edit.',
    }),
    system: t.string({ required: true, description: '外部系统。The system, as it is named here.' }),
    key: t.string({
      description:
        '键。Its key for the record, which it has for no other of the type; null or nothing takes it away.',
    }),
  }),
});

builder.mutationField('setExternalRef', (t) =>
  t.field({
    extensions: { readBy: 'whoever its command lets' },
    type: ExternalRefSetType,
    description:
      '登记、更改或去除外部系统的键。Sets, changes or takes away the key by which another system knows a record.',
    errors: {
      types: domainErrors,
      directResult: true,
      union: {
        name: 'SetExternalRefResult',
        description: 'The record with the key, or why it was refused.',
      },
    },
    complexity: { field: 200 },
    args: { input: t.arg({ type: SetExternalRefInput, required: true }) },
    resolve: async (_root, { input }, context) => {
      await setExternalRef(context, input as CommandInput & { id: string });
      return { id: input.id, system: input.system };
    },
  }),
);
