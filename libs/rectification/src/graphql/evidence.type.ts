import { ALLOWED_ACTIONS, AllowedActionType, builder, ProvenanceType } from '@taizhang/platform';
import { offerSteps } from '@taizhang/platform/rules';
import { EVIDENCE_STATE } from '../commands/load-states.ts';
import { EVIDENCE_LIFE_CYCLE } from '../rules/index.ts';
import { visibleItems } from '../visible-items.ts';
import { EvidenceStatusType } from './enums.type.ts';

/** What evidence needs of the hub: short-lived links to stored files, and how large one may be. */
export interface FileLinks {
  linkToFile: (evidenceId: string, callerKey: string) => string;
  /** The largest file taken, in bytes. */
  largestUpload: number;
}

builder.prismaNode('Evidence', {
  extensions: { readBy: 'its item' },
  id: { field: 'id' },
  description: '佐证材料。A file, fixed by its hash, as proof for an item.',
  findUnique: (id, context) => ({ id, item: visibleItems(context.caller) }),
  fields: (t) => ({
    fileName: t.exposeString('fileName', { description: '文件名。The name it was uploaded with.' }),
    description: t.exposeString('description', {
      nullable: true,
      description: '说明。What it shows.',
    }),
    mediaType: t.string({
      description: '文件类型。The media type, told from its content.',
      select: { file: { select: { mediaType: true } } },
      resolve: ({ file }) => file.mediaType,
    }),
    byteSize: t.int({
      description: '大小。Size in bytes.',
      select: { file: { select: { byteSize: true } } },
      resolve: ({ file }) => file.byteSize,
    }),
    sha256: t.string({
      description: '哈希值。SHA-256 of the content, in hexadecimal.',
      select: { file: { select: { sha256: true } } },
      resolve: ({ file }) => file.sha256,
    }),
    status: t.expose('status', {
      type: EvidenceStatusType,
      description: '状态。What was decided on it.',
    }),
    uploadedBy: t.relation('uploadedBy', { description: '上传人。Who attached it.' }),
    uploadedAt: t.expose('uploadedAt', {
      type: 'DateTime',
      description: '上传时间。When it was attached.',
    }),
    decidedBy: t.relation('decidedBy', {
      nullable: true,
      description: '审核人。Who decided; never who attached it.',
    }),
    decidedAt: t.expose('decidedAt', {
      type: 'DateTime',
      nullable: true,
      description: '审核时间。When it was decided.',
    }),
    decisionReason: t.exposeString('decisionReason', {
      nullable: true,
      description: '审核意见。Why; always there for a rejection.',
    }),
    item: t.relation('item', { description: '所属问题。The item it proves.' }),
    measure: t.relation('measure', {
      nullable: true,
      description: '所属措施。The measure it proves, where named.',
    }),
    downloadUrl: t.string({
      description:
        '下载链接，短时有效，仅限本人。A path to download it, valid for some minutes and for you alone: send it with your own cookie or token.',
      select: { id: true },
      resolve: ({ id }, _args, context) =>
        (context as unknown as FileLinks).linkToFile(id, context.caller?.key ?? ''),
    }),
    provenance: t.expose('provenance', {
      type: ProvenanceType,
      description: '来源。Where its facts come from.',
    }),
    version: t.exposeInt('version', {
      description: '版本号。Counts its changes; send it as expectedVersion.',
    }),
    allowedActions: t.field({
      type: [AllowedActionType],
      description: ALLOWED_ACTIONS,
      select: EVIDENCE_STATE,
      resolve: (evidence, _args, { caller }) => offerSteps(EVIDENCE_LIFE_CYCLE, evidence, caller),
    }),
  }),
});
