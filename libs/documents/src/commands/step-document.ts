import {
  obey,
  runCommand,
  saveVersioned,
  toDay,
  type ChangeInput,
  type CommandScope,
  type Prisma,
  type RequestContext,
} from '@taizhang/platform';
import type { z } from 'zod';
import {
  consultOnDocumentInput,
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
        const version = await saveVersioned(
          scope.tx.institutionalDocument,
          document,
          input.expectedVersion,
          { status: step.to, statusIsReported: false, ...columnsOf(name, scope, state) },
        );
        const ordinal = await consequences(name, scope, document, state, fields);
        await scope.record({
          type: step.event,
          subjectType: 'InstitutionalDocument',
          subjectId: document.id,
          subjectVersion: version,
          organizationId: document.organizationId,
          reason: fields.reason ?? null,
          before: { status: document.status },
          after: {
            status: step.to,
            ...(ordinal && { ordinal }),
            ...(fields.documentNumber && { documentNumber: fields.documentNumber }),
          },
        });
      },
    );
}

/** What a step sets on the document beside its status. */
function columnsOf(
  name: DocumentStepName,
  { caller }: CommandScope,
  { newestVersion }: DocumentState,
): Prisma.InstitutionalDocumentUncheckedUpdateManyInput {
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

/** What a step does beside the document itself; answers with the version that it was about. */
async function consequences(
  name: DocumentStepName,
  scope: CommandScope,
  document: { id: string },
  state: DocumentState,
  fields: StepFields,
): Promise<number | null> {
  const newest = state.newestVersion?.ordinal ?? null;
  switch (name) {
    case 'consultOnDocument':
      await openConsultation(scope, document.id, newest!, fields.closesOn!);
      return newest;
    case 'redraftDocument':
    case 'submitDocumentForLegalReview':
      await closeConsultation(scope, document.id, fields.commentCount!);
      return newest;
    case 'issueInstitutionalDocument':
      return issueVersion(scope, document.id, state, fields);
    default:
      return newest;
  }
}

/** Gives the draft its number, day and file; a document approved on paper alone gets its first version so. */
async function issueVersion(
  { tx, caller }: CommandScope,
  documentId: string,
  state: DocumentState,
  { documentNumber, issuedOn, effectiveOn, fileId }: StepFields,
): Promise<number> {
  const papers = {
    documentNumber: documentNumber!,
    issuedOn: toDay(issuedOn)!,
    effectiveOn: toDay(effectiveOn) ?? null,
    fileId: fileId!,
  };
  const draft = draftOf(state);
  const ordinal = draft?.ordinal ?? (state.newestVersion?.ordinal ?? 0) + 1;
  await tx.documentVersion.upsert({
    where: { documentId_ordinal: { documentId, ordinal } },
    create: { documentId, ordinal, authoredById: caller.personId, ...papers },
    update: papers,
  });
  return ordinal;
}
