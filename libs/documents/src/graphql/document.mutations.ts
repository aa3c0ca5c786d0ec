import { commandMutation, stepMutations, type CommandInput } from '@taizhang/platform';
import { addDocument } from '../commands/add-document.ts';
import { addDocumentVersion } from '../commands/add-document-version.ts';
import { documentSteps } from '../commands/document-steps.ts';
import { editDocument } from '../commands/edit-document.ts';
import { DOCUMENT_LIFE_CYCLE } from '../rules/index.ts';
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

stepMutations(DOCUMENT_LIFE_CYCLE, documentSteps);
