import { createHash } from 'node:crypto';
import {
  newKey,
  runCommand,
  validate,
  ValidationError,
  type Caller,
  type CommandInput,
  type CommandScope,
  type Prisma,
  type RequestContext,
} from '@taizhang/platform';
import { bilingual } from '@taizhang/platform/rules';
import { parseNotice, type ParsedNotice } from '../notice/parsing/index.ts';
import {
  checkNotice,
  compareNotice,
  importNoticeInput,
  mergeRound,
  type NoticeChange,
  type NoticeCheck,
} from '../rules/index.ts';
import { applyChanges, roundColumns } from './apply-changes.ts';
import { addOrganization, findOrganization, type NoticeOrganization } from './find-organization.ts';
import { loadRound, type LoadedRound } from './load-ledger.ts';

/** What importing a notice did, or would do. */
export interface NoticeImport {
  /** The round's key; null when a dry run would make a new round. */
  roundId: string | null;
  isDryRun: boolean;
  changes: NoticeChange[];
  warnings: ParsedNotice['warnings'];
  /** What is worth a look in what the notice plans. */
  checks: NoticeCheck[];
}

type Fields = { text: string; fileName: string; organizationCode?: string | null | undefined };

/**
 * Reads a notice into the ledger by stable keys: a second run of the same text changes nothing, an
 * edited text changes what it says differently, and nothing is ever deleted.
 *
 * @throws ValidationError when the text is no notice or names no organization, ForbiddenError.
 */
export async function importNotice(
  context: RequestContext,
  input: CommandInput & { dryRun?: boolean | null },
): Promise<NoticeImport> {
  if (input.dryRun) {
    const fields = validate(importNoticeInput, input);
    const plan = await planImport(context.db, requireCaller(context), fields);
    return answer(plan, plan.round?.id ?? null, true);
  }
  // The plan is made inside the command; a repetition of its key answers with what is left to do.
  let plan: ImportPlan | null = null;
  const roundId = newKey();
  const found = { id: roundId };
  await runCommand(
    context,
    {
      name: 'importNotice',
      idempotencyKey: input.idempotencyKey,
      schema: importNoticeInput,
      input,
      subjectId: roundId,
    },
    async (scope, fields) => {
      plan = await planImport(scope.tx, scope.caller, fields);
      found.id = plan.round?.id ?? roundId;
      if (!hasNews(plan, fields)) return;
      await carryOut(scope, plan, fields, found.id);
      await scope.record({
        type: 'NOTICE_IMPORTED',
        subjectType: 'InspectionRound',
        subjectId: found.id,
        organizationId: plan.organization.id,
        after: { fileName: fields.fileName, ...countKinds(plan.changes) },
      });
    },
  );
  if (plan) return answer(plan, found.id, false);
  const repeated = await planImport(
    context.db,
    requireCaller(context),
    validate(importNoticeInput, input),
  );
  return answer(repeated, repeated.round?.id ?? null, false);
}

interface ImportPlan {
  notice: ParsedNotice;
  organization: NoticeOrganization;
  round: LoadedRound | null;
  roundCode: string;
  changes: NoticeChange[];
}

async function planImport(
  db: Prisma.TransactionClient,
  caller: Caller,
  fields: Fields,
): Promise<ImportPlan> {
  const notice = parseNotice(fields.text);
  if (!notice.areas.length) throw noNotice(notice);
  const organization = await findOrganization(db, caller, {
    code: fields.organizationCode ?? null,
    name: notice.round.inspectedOrganization,
  });
  const year = (notice.round.inspectedFrom ?? notice.round.feedbackOn)?.slice(0, 4);
  const roundCode = `${organization.code}-${year ?? createHash('sha256').update(fields.fileName).digest('hex').slice(0, 6)}`;
  const round = organization.isNew
    ? null
    : await loadRound(db, organization.id, roundCode, notice.round);
  const stored = round?.ledger ?? { round: null, areas: [], documents: [], trainings: [] };
  return {
    notice,
    organization,
    round,
    roundCode: round?.code ?? roundCode,
    changes: compareNotice(notice, stored),
  };
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** Whether there is anything to write: a difference, or a text whose spans are not kept yet. */
const hasNews = ({ changes, round }: ImportPlan, { text }: Fields) =>
  changes.some(({ kind }) => kind === 'CREATED' || kind === 'CHANGED') ||
  round?.noticeSha256 !== sha256(text);

async function carryOut(
  { tx, now }: CommandScope,
  plan: ImportPlan,
  fields: Fields,
  roundId: string,
) {
  const { notice, organization, round, roundCode } = plan;
  if (organization.isNew) await addOrganization(tx, organization);
  const facts = roundColumns(mergeRound(round?.ledger.round ?? null, notice.round));
  if (round)
    await tx.inspectionRound.update({
      where: { id: round.id },
      data: { ...facts, version: { increment: 1 } },
    });
  else
    await tx.inspectionRound.create({
      data: {
        id: roundId,
        code: roundCode,
        kind:
          notice.round.inspectionTeam === null && /审计/.test(fields.text.slice(0, 500))
            ? 'AUDIT'
            : 'INSPECTION',
        title: `${organization.name}${facts.inspectedFrom?.getUTCFullYear() ?? ''}巡察整改`,
        inspectedOrganizationId: organization.id,
        provenance: 'NOTICE',
        ...facts,
      },
    });
  const keys = round?.keys ?? new Map<string, string>();
  const target = { tx, roundId, roundCode, organizationId: organization.id, keys };
  await applyChanges(target, notice, plan.changes);
  const read = {
    fileName: fields.fileName,
    sha256: sha256(fields.text),
    text: fields.text,
    stated: notice.stated as unknown as Prisma.InputJsonObject,
    contacts: notice.contacts as unknown as Prisma.InputJsonArray,
    importedAt: now,
  };
  await tx.notice.upsert({ where: { roundId }, create: { roundId, ...read }, update: read });
}

const answer = (
  { changes, notice }: ImportPlan,
  roundId: string | null,
  isDryRun: boolean,
): NoticeImport => ({
  roundId,
  isDryRun,
  changes,
  warnings: notice.warnings,
  checks: checkNotice(notice),
});

function countKinds(changes: NoticeChange[]) {
  const counts: Record<string, number> = {};
  for (const { kind } of changes) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

function requireCaller({ caller }: RequestContext): Caller {
  if (caller) return caller;
  throw noCaller();
}

const noCaller = () =>
  new ValidationError([{ path: [], message: bilingual('请先登录', 'Sign in first') }]);

const noNotice = ({ warnings }: ParsedNotice) =>
  new ValidationError([
    {
      path: ['text'],
      message:
        warnings[0]?.message ??
        bilingual('这不是一份整改通报', 'This is no notice of rectification'),
    },
  ]);
