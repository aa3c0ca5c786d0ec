import {
  obey,
  runCommand,
  toDay,
  type ChangeInput,
  type ColumnChanges,
  type CommandScope,
  type RequestContext,
} from '@taizhang/platform';
import type { z } from 'zod';
import {
  consultOnDocumentInput,
  DOCUMENT_EVENTS,
  DOCUMENT_STEPS,
  draftOf,
  issueDocumentInput,
  redraftDocumentInput,
  refuseDocumentStep,
  stepDocumentInput,
  stepDocumentWithReasonInput,
  submitDocumentForLegalReviewInput,
  type DocumentState,
  type DocumentStepName,
} from '../rules/index.ts';
import { closeConsultation, openConsultation } from './consult.ts';
import { checkFile, loadDocument } from './load-document.ts';

interface StepFields {
  reason?: string | null | undefined;
  closesOn?: string;
  commentCount?: number;
  documentNumber?: string;
  issuedOn?: string;
  effectiveOn?: string | null | undefined;
  fileId?: string;
}

/** The rule that a step's input has to keep. */
function inputOf(name: DocumentStepName): z.ZodType<StepFields> {
  if (name === 'consultOnDocument') return consultOnDocumentInput;
  if (name === 'submitDocumentForLegalReview') return submitDocumentForLegalReviewInput;
  if (name === 'redraftDocument') return redraftDocumentInput;
  if (name === 'issueInstitutionalDocument') return issueDocumentInput;
  return 'needsReason' in DOCUMENT_STEPS[name] ? stepDocumentWithReasonInput : stepDocumentInput;
}

/**
 * Takes one step of a document's life cycle.
 *
 * @throws NotFoundError, ForbiddenError, TransitionError naming the rule, ConflictError
 */
export function stepDocument(name: DocumentStepName) {
  const step = DOCUMENT_STEPS[name];
  return (context: RequestContext, input: ChangeInput): Promise<string> =>
    runCommand(
      context,
      {
        name,
        idempotencyKey: input.idempotencyKey,
        schema: inputOf(name),
        input,
        subjectId: input.id,
      },
      async (scope, fields) => {
        const { document, state } = await loadDocument(scope, input.id);
        obey(refuseDocumentStep(name, state, scope.caller));
        await checkFile(scope, fields.fileId);
        await scope.change(
          DOCUMENT_EVENTS[step.event],
          document,
          { status: step.to, statusIsReported: false, ...columnsOf(name, scope, state) },
          { expectedVersion: input.expectedVersion, reason: fields.reason },
        );
        await consequences(name, scope, document, state, fields);
      },
    );
}

/** What a step sets on the document beside its status. */
function columnsOf(
  name: DocumentStepName,
  { caller }: CommandScope,
  { newestVersion }: DocumentState,
): ColumnChanges<'InstitutionalDocument'> {
  switch (name) {
    case 'startDraftingDocument':
      return { draftedById: caller.personId, approvedById: null };
    case 'approveDocument':
      return { approvedById: caller.personId };
    case 'bringDocumentIntoForce':
      return { inForceOrdinal: newestVersion!.ordinal };
    default:
      return {};
  }
}

/** What a step does beside the document itself. */
async function consequences(
  name: DocumentStepName,
  scope: CommandScope,
  document: { id: string },
  state: DocumentState,
  fields: StepFields,
): Promise<void> {
  switch (name) {
    case 'consultOnDocument':
      return openConsultation(scope, document.id, state.newestVersion!.ordinal, fields.closesOn!);
    case 'redraftDocument':
    case 'submitDocumentForLegalReview':
      return closeConsultation(scope, document.id, fields.commentCount!);
    case 'issueInstitutionalDocument':
      return issueVersion(scope, document.id, state, fields);
    default:
  }
}

/** Gives the draft its number, day and file; a document approved on paper alone gets its first version so. */
async function issueVersion(
  { tx, caller, create, change }: CommandScope,
  documentId: string,
  state: DocumentState,
  { documentNumber, issuedOn, effectiveOn, fileId }: StepFields,
): Promise<void> {
  const papers = {
    documentNumber: documentNumber!,
    issuedOn: toDay(issuedOn)!,
    effectiveOn: toDay(effectiveOn) ?? null,
    fileId: fileId!,
  };
  const draft = draftOf(state);
  if (draft) {
    const { ordinal } = draft;
    const stored = await tx.documentVersion.findUniqueOrThrow({
      where: { documentId_ordinal: { documentId, ordinal } },
    });
    await change(DOCUMENT_EVENTS.DOCUMENT_VERSION_ISSUED, stored, papers);
  } else {
    const ordinal = (state.newestVersion?.ordinal ?? 0) + 1;
    const author = { authoredById: caller.personId };
    const first = { documentId, ordinal, ...author, ...papers };
    await create(DOCUMENT_EVENTS.DOCUMENT_VERSION_ADDED, first);
  }
}
