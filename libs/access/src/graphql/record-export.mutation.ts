import { builder, domainErrors, encodeRecordId, type CommandInput } from '@taizhang/platform';
import { recordExport } from '../commands/record-export.ts';

const RecordedExportType = builder.objectRef<{ key: string }>('RecordedExport').implement({
  description: '已登记的导出。An export that the audit log knows of.',
  fields: (t) => ({
    id: t.id({
      description: '导出编号。Names the export in the audit log, as `subjectId`.',
      resolve: ({ key }) => encodeRecordId('Export', key),
    }),
  }),
});

const RecordExportInput = builder.inputType('RecordExportInput', {
  description: '登记导出。The input of `recordExport`.',
  fields: (t) => ({
    idempotencyKey: t.string({
      required: true,
      description:
        '幂等键，8–200 字符。Any unique text: sent again, the mutation has no second effect.',
    }),
    subject: t.string({ required: true, description: '导出内容。What is exported.' }),
    formats: t.stringList({ required: true, description: '格式。Such as docx or xlsx.' }),
    scope: t.string({
      required: true,
      description: '范围。Which organization, round, year or filter.',
    }),
  }),
});

builder.mutationField('recordExport', (t) =>
  t.field({
    extensions: { readBy: 'whoever its command lets' },
    type: RecordedExportType,
    description:
      '登记导出。Notes in the audit log that data leaves the hub; send it before any file is written.',
    errors: {
      types: domainErrors,
      directResult: true,
      union: {
        name: 'RecordExportResult',
        description: 'The recorded export, or why it was refused.',
      },
    },
    complexity: { field: 200 },
    args: { input: t.arg({ type: RecordExportInput, required: true }) },
    resolve: async (_root, { input }, context) => ({
      key: await recordExport(context, { ...input } as CommandInput),
    }),
  }),
);
