import {
  ALLOWED_ACTIONS,
  AllowedActionType,
  builder,
  cutSource,
  fromDay,
  historyOf,
  ProvenanceType,
  SourceSpanType,
} from '@taizhang/platform';
import { allowedAction, offerSteps } from '@taizhang/platform/rules';
import { isItemVisible } from '@taizhang/rectification/rules';
import { ITEM_PLACES } from '@taizhang/rectification/visibility';
import { DOCUMENT_STATE, documentState } from '../commands/load-document.ts';
import {
  DOCUMENT_LIFE_CYCLE,
  refuseAddVersion,
  refuseEditDocument,
  steppedDocument,
  versionStatus,
} from '../rules/index.ts';
import { visibleActions, visibleDocuments } from '../visible-documents.ts';
import {
  DocumentActionKindType,
  DocumentStatusType,
  DocumentVersionStatusType,
} from './enums.type.ts';

builder.prismaNode('InstitutionalDocument', {
  extensions: { readBy: 'visibleDocuments' },
  id: { field: 'id' },
  description: '制度文件。A document that rules how an organization works.',
  findUnique: (id, context) => ({ id, AND: [visibleDocuments(context.caller)] }),
  fields: (t) => ({
    title: t.exposeString('title', {
      description: '名称，不含书名号。The title, without its marks.',
    }),
    organization: t.relation('organization', {
      description: '所属单位。The bureau whose document it is.',
    }),
    responsibleUnit: t.relation('responsibleUnit', {
      nullable: true,
      description: '责任科室。The unit that maintains it.',
    }),
    status: t.expose('status', {
      type: DocumentStatusType,
      nullable: true,
      description: '状态。Where it stands; null when nobody said.',
    }),
    statusIsReported: t.exposeBoolean('statusIsReported', {
      description: '仅为自报状态。True while its file and number are not there yet.',
    }),
    versions: t.relation('versions', {
      description: '版本。Its versions, newest first.',
      query: { orderBy: { ordinal: 'desc' } },
    }),
    consultations: t.relation('consultations', {
      description: '征求意见稿。The versions sent out for comments, newest first.',
      query: { orderBy: { id: 'desc' } },
    }),
    actions: t.relation('actions', {
      description: '整改动作。What was done with it for items that you may see.',
      query: (_args, { caller }) => ({
        where: visibleActions(caller),
        orderBy: { id: 'asc' },
      }),
    }),
    provenance: t.expose('provenance', {
      type: ProvenanceType,
      description: '来源。Where its facts come from.',
    }),
    provenanceNote: t.exposeString('provenanceNote', {
      nullable: true,
      description: '来源说明。More on where its facts come from.',
    }),
    version: t.exposeInt('version', {
      description: '版本号。Counts its changes; send it as expectedVersion.',
    }),
    updatedAt: t.expose('updatedAt', {
      type: 'DateTime',
      description: '更新时间。When it last changed.',
    }),
    allowedActions: t.field({
      type: [AllowedActionType],
      description: ALLOWED_ACTIONS,
      select: DOCUMENT_STATE,
      resolve: (document, _args, { caller, now }) => {
        if (!caller) return [];
        const state = documentState(document, now());
        return [
          ...offerSteps(DOCUMENT_LIFE_CYCLE, steppedDocument(state), caller),
          allowedAction('addDocumentVersion', refuseAddVersion(state, caller)?.message ?? null),
          allowedAction(
            'editInstitutionalDocument',
            refuseEditDocument(state, caller)?.message ?? null,
          ),
        ];
      },
    }),
  }),
});

const DocumentVersionType = builder.prismaNode('DocumentVersion', {
  extensions: { readBy: 'its document' },
  id: { field: 'id' },
  description: '文件版本。One text of a document.',
  findUnique: (id, context) => ({ id, document: visibleDocuments(context.caller) }),
  fields: (t) => ({
    ordinal: t.exposeInt('ordinal', { description: '版次。Counts the versions from 1.' }),
    documentNumber: t.exposeString('documentNumber', {
      nullable: true,
      description: '文号。Its official number.',
    }),
    issuedOn: t.expose('issuedOn', {
      type: 'Date',
      nullable: true,
      description: '印发日期。The day it was issued.',
    }),
    effectiveOn: t.expose('effectiveOn', {
      type: 'Date',
      nullable: true,
      description: '施行日期。The day it takes effect.',
    }),
    status: t.field({
      type: DocumentVersionStatusType,
      description:
        '版本状态。Whether it is a draft, issued, in force, or superseded by a later one.',
      select: {
        ordinal: true,
        documentNumber: true,
        issuedOn: true,
        document: { select: { status: true, inForceOrdinal: true } },
      },
      resolve: ({ issuedOn, document, ...version }) =>
        versionStatus({ ...version, issuedOn: fromDay(issuedOn) }, document),
    }),
    summary: t.exposeString('summary', { nullable: true, description: '摘要。What changed.' }),
    text: t.exposeString('text', { nullable: true, description: '正文。Its words.' }),
    provenance: t.expose('provenance', {
      type: ProvenanceType,
      description: '来源。Where its facts come from.',
    }),
    createdAt: t.expose('createdAt', {
      type: 'DateTime',
      description: '录入时间。When it was entered.',
    }),
  }),
});

builder.prismaObjectField('InstitutionalDocument', 'currentVersion', (t) =>
  t.field({
    type: DocumentVersionType,
    nullable: true,
    description: '现行版本。The newest version; null when there is none.',
    select: (_args, _context, nested) => ({
      versions: nested({ orderBy: { ordinal: 'desc' }, take: 1 }),
    }),
    resolve: ({ versions }) => versions[0] ?? null,
  }),
);

builder.prismaNode('DocumentAction', {
  extensions: { readBy: 'visibleDocuments and visibleActions' },
  id: { field: 'id' },
  description: '文件动作。What was done with a document for the rectification.',
  findUnique: (id, context) => ({
    id,
    document: visibleDocuments(context.caller),
    AND: [visibleActions(context.caller)],
  }),
  fields: (t) => ({
    action: t.expose('action', {
      type: DocumentActionKindType,
      description: '动作。What was done.',
    }),
    actedOn: t.expose('actedOn', {
      type: 'Date',
      nullable: true,
      description: '日期。When; null when not said.',
    }),
    document: t.relation('document', { description: '制度文件。The document.' }),
    item: t.field({
      type: 'RectificationItem' as never,
      nullable: true,
      description: '所属问题。The item it was done for, when you may see it.',
      select: (_args, _context, nested) => ({
        item: nested({ select: ITEM_PLACES } as never) as { select: typeof ITEM_PLACES },
      }),
      resolve: ({ item }, _args, { caller }) =>
        (item && isItemVisible(caller, item) ? item : null) as never,
    }),
    measure: t.field({
      type: 'CorrectiveMeasure' as never,
      nullable: true,
      description: '所属措施。The measure it was done for, when you may see it.',
      select: (_args, _context, nested) => ({ item: { select: ITEM_PLACES }, measure: nested() }),
      resolve: ({ item, measure }, _args, { caller }) =>
        (item && isItemVisible(caller, item) ? measure : null) as never,
    }),
    provenance: t.expose('provenance', {
      type: ProvenanceType,
      description: '来源。Where its facts come from.',
    }),
    source: t.field({
      type: SourceSpanType,
      nullable: true,
      description: '原文出处。Where the notice speaks of it.',
      select: {
        sourceStart: true,
        sourceEnd: true,
        item: {
          select: { ...ITEM_PLACES, round: { select: { notice: { select: { text: true } } } } },
        },
      },
      resolve: (action, _args, { caller }) =>
        action.item && isItemVisible(caller, action.item)
          ? cutSource(action, action.item.round.notice?.text)
          : null,
    }),
  }),
});

builder.prismaObject('ConsultationDraft', {
  extensions: { readBy: 'its document' },
  description: '征求意见稿。A version as it was sent out for comments.',
  fields: (t) => ({
    ordinal: t.exposeInt('ordinal', { description: '版次。The version that was sent out.' }),
    openedOn: t.expose('openedOn', { type: 'Date', description: '发出日期。When it went out.' }),
    closesOn: t.expose('closesOn', {
      type: 'Date',
      description: '截止日期。Until when comments are taken.',
    }),
    commentCount: t.exposeInt('commentCount', {
      nullable: true,
      description: '意见条数。Comments received; null while it is open.',
    }),
  }),
});

historyOf('InstitutionalDocument', {
  description: '历史。What happened to it and its versions, newest first.',
  of: async ({ id }, { db }) => {
    const versions = await db.documentVersion.findMany({
      where: { documentId: id },
      select: { id: true },
    });
    return {
      subjectType: { in: ['InstitutionalDocument', 'DocumentVersion'] },
      subjectId: { in: [id, ...versions.map((version) => version.id)] },
    };
  },
  visible: ({ caller }) => visibleDocuments(caller),
});
