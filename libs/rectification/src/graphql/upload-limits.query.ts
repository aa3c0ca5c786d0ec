import { builder } from '@taizhang/platform';
import { FILE_ENDINGS } from '@taizhang/platform/rules';
import type { FileLinks } from './evidence.type.ts';

const UploadLimitsType = builder.objectRef<{ maxBytes: number }>('UploadLimits').implement({
  description: '上传限制。What POST /files takes.',
  fields: (t) => ({
    maxBytes: t.exposeInt('maxBytes', {
      description: '单个文件上限，字节。The size of the largest file, in bytes.',
    }),
    fileEndings: t.stringList({
      description:
        '接受的扩展名，不带点，至多每种一个。The endings that a file may have, without a dot; at most one a kind.',
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
