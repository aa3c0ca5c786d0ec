import { beginsOutOfSight, builder, containing } from '@taizhang/platform';
import { FILE_ENDINGS } from '@taizhang/platform/rules';
import { visibleItems } from '../visible-items.ts';
import type { FileLinks } from './evidence.type.ts';

// Newest first over (uploadedAt, id): a page reads the index backwards and stops when it is full.
builder.queryField('evidence', (t) =>
  t.prismaConnection({
    type: 'Evidence',
    cursor: 'id',
    authScopes: { signedIn: true },
    description: '佐证材料，最新在前。The evidence of the items that you may see, newest first.',
    args: {
      text: t.arg.string({ description: '文件名包含。What the name of the file contains.' }),
    },
    totalCount: (_root, { text }, { db, caller }) =>
      db.evidence.count({ where: { AND: [{ item: visibleItems(caller) }, containing(text)] } }),
    resolve: async (query, _root, args, { db, caller }) => {
      const visible = { item: visibleItems(caller) };
      if (await beginsOutOfSight(query, db.evidence, visible)) return [];
      return db.evidence.findMany({
        ...query,
        where: { AND: [visible, containing(args.text)] },
        orderBy: [{ uploadedAt: 'desc' }, { id: 'desc' }],
      });
    },
  }),
);

const UploadLimitsType = builder.objectRef<{ maxBytes: number }>('UploadLimits').implement({
  description: '上传限制。What POST /files takes.',
  fields: (t) => ({
    maxBytes: t.exposeInt('maxBytes', {
      description: '单个文件上限，字节。The size of the largest file, in bytes.',
    }),
    fileEndings: t.stringList({
      description: '接受的扩展名，不带点。The endings that a file may have, without a dot.',
      resolve: () => [...FILE_ENDINGS],
    }),
  }),
});

builder.queryField('uploadLimits', (t) =>
  t.field({
    type: UploadLimitsType,
    authScopes: { signedIn: true },
    description: '上传限制。What a file to upload must keep to.',
    resolve: (_root, _args, context) => ({
      maxBytes: (context as unknown as FileLinks).largestUpload,
    }),
  }),
);
