import { commandMutation, type CommandInput } from '@taizhang/platform';
import { attachEvidence } from '../commands/attach-evidence.ts';
import { reuseEvidence } from '../commands/reuse-evidence.ts';

commandMutation<CommandInput>({
  name: 'attachEvidence',
  description: '添加佐证材料。Attaches a file, uploaded before by POST /files, to an item.',
  model: 'Evidence',
  ids: { itemId: 'RectificationItem', measureId: 'CorrectiveMeasure', fileId: 'StoredFile' },
  fields: (t) => ({
    itemId: t.id({ required: true, description: '所属问题。The item it proves.' }),
    measureId: t.id({ description: '所属措施。The measure it proves.' }),
    fileId: t.id({
      required: true,
      description: '文件。The `fileId` that POST /files answered with.',
    }),
    fileName: t.string({
      required: true,
      description: '文件名。The name to show and download by.',
    }),
    description: t.string({ description: '说明。What it shows.' }),
  }),
  run: attachEvidence,
});

commandMutation<CommandInput>({
  name: 'reuseEvidence',
  description:
    '复用佐证材料。Attaches the file of evidence that you see to another item or measure, without sending it again.',
  model: 'Evidence',
  ids: {
    evidenceId: 'Evidence',
    itemId: 'RectificationItem',
    measureId: 'CorrectiveMeasure',
  },
  fields: (t) => ({
    evidenceId: t.id({ required: true, description: '已有佐证。The evidence whose file is used.' }),
    itemId: t.id({ required: true, description: '所属问题。The item it proves.' }),
    measureId: t.id({ description: '所属措施。The measure it proves.' }),
    description: t.string({ description: '说明。What it shows here.' }),
  }),
  run: reuseEvidence,
});
