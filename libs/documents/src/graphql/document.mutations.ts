import { commandMutation, type CommandInput } from '@taizhang/platform';
import { addDocument } from '../commands/add-document.ts';
import { addDocumentVersion } from '../commands/add-document-version.ts';
import { editDocument } from '../commands/edit-document.ts';
import { stepDocument } from '../commands/step-document.ts';
import { DOCUMENT_STEPS, type DocumentStepName } from '../rules/index.ts';
import { DocumentActionKindType, DocumentStatusType } from './enums.type.ts';

commandMutation<CommandInput>({
  name: 'addInstitutionalDocument',
  description: '新增制度文件。Adds a document, with what was done with it where that is said.',
  model: 'InstitutionalDocument',
  ids: {
    organizationId: 'Organization',
    responsibleUnitId: 'Organization',
    itemId: 'RectificationItem',
    measureId: 'CorrectiveMeasure',
  },
  fields: (t) => ({
    title: t.string({
      required: true,
      description: '名称，不含书名号。The title, without its marks.',
    }),
    organizationId: t.id({
      description: '所属单位。The bureau; the item’s or your own when unsaid.',
    }),
    responsibleUnitId: t.id({ description: '责任科室。The unit that maintains it.' }),
    status: t.field({
      type: DocumentStatusType,
      description: '状态。A reported state until its number is there.',
    }),
    action: t.field({ type: DocumentActionKindType, description: '动作。What was done with it.' }),
    actedOn: t.field({ type: 'Date', description: '日期。When it was done.' }),
    itemId: t.id({ description: '所属问题。The item it was done for.' }),
    measureId: t.id({ description: '所属措施。The measure of that item.' }),
  }),
  run: addDocument,
});

commandMutation({
  name: 'editInstitutionalDocument',
  description:
    '修改制度文件的名称、责任科室。Puts a document’s title right or gives it to another unit; what is left out stays.',
  model: 'InstitutionalDocument',
  changes: 'InstitutionalDocument',
  ids: { responsibleUnitId: 'Organization' },
  fields: (t) => ({
    title: t.string({ description: '名称，不含书名号。The title, without its marks.' }),
    responsibleUnitId: t.id({
      description: '责任科室。The unit that maintains it; null for none.',
    }),
    reason: t.string({ description: '理由。Why; kept in the history.' }),
  }),
  run: editDocument,
});

commandMutation({
  name: 'addDocumentVersion',
  description:
    '新增文件版本。Adds a version; number, issue day and file make true what was only reported.',
  model: 'InstitutionalDocument',
  changes: 'InstitutionalDocument',
  ids: { fileId: 'StoredFile' },
  fields: (t) => ({
    documentNumber: t.string({ description: '文号。Its official number.' }),
    issuedOn: t.field({ type: 'Date', description: '印发日期。The day it was issued.' }),
    effectiveOn: t.field({ type: 'Date', description: '施行日期。The day it takes effect.' }),
    summary: t.string({ description: '摘要。What changed.' }),
    text: t.string({ description: '正文。Its words.' }),
    fileId: t.id({ description: '文件。The `fileId` that POST /files answered with.' }),
  }),
  run: addDocumentVersion,
});

const DESCRIPTIONS: Record<DocumentStepName, string> = {
  startDraftingDocument:
    '启动起草。PROPOSED, or UNDER_REVISION for its next version → DRAFTING; who drafts never approves.',
  consultOnDocument: '征求意见。Sends the newest version out until a day: DRAFTING → CONSULTING.',
  redraftDocument: '退回修改。After comments, with a reason: CONSULTING → DRAFTING.',
  submitDocumentForLegalReview:
    '提交合法性审核。With the number of comments: CONSULTING → LEGAL_REVIEW.',
  returnDocument: '审核退回。With a reason: LEGAL_REVIEW → DRAFTING.',
  approveDocument: '审议通过。By somebody else than who drafted it: LEGAL_REVIEW → APPROVED.',
  issueInstitutionalDocument: '印发。With number, day and file: APPROVED → ISSUED.',
  bringDocumentIntoForce:
    '施行。On its day; the version in force before is superseded: ISSUED → IN_FORCE.',
  startRevisingDocument: '启动修订。With a reason; it stays binding: IN_FORCE → UNDER_REVISION.',
  supersedeDocument: '由其他文件替代。With a reason that names it: → SUPERSEDED.',
  repealDocument: '废止。With a reason: → REPEALED.',
};

for (const [name, description] of Object.entries(DESCRIPTIONS) as [DocumentStepName, string][])
  commandMutation({
    name,
    description,
    model: 'InstitutionalDocument',
    changes: 'InstitutionalDocument',
    ids: { fileId: 'StoredFile' },
    fields: (t) => ({
      reason: t.string({
        required: 'needsReason' in DOCUMENT_STEPS[name],
        description: '理由。Why; kept in the history.',
      }),
      ...(name === 'consultOnDocument' && {
        closesOn: t.field({
          type: 'Date',
          required: true,
          description: '截止日期。Until when comments are taken.',
        }),
      }),
      ...((name === 'submitDocumentForLegalReview' || name === 'redraftDocument') && {
        commentCount: t.int({ required: true, description: '意见条数。Comments received.' }),
      }),
      ...(name === 'issueInstitutionalDocument' && {
        documentNumber: t.string({ required: true, description: '文号。Its official number.' }),
        issuedOn: t.field({
          type: 'Date',
          required: true,
          description: '印发日期。The day it was issued.',
        }),
        effectiveOn: t.field({ type: 'Date', description: '施行日期。The day it takes effect.' }),
        fileId: t.id({
          required: true,
          description: '文件。The `fileId` that POST /files answered with.',
        }),
      }),
    }),
    run: stepDocument(name),
  });
