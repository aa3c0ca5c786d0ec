import { checkNamedOrganizations } from '@taizhang/access/visibility';
import { createHash } from 'node:crypto';
import { NO_PERMISSION, placesWith } from '@taizhang/access/rules';
import {
  beginAct,
  changeStep,
  createStep,
  defineAct,
  heavyWork,
  newKey,
  runCommand,
  runWhileAsked,
  TransitionError,
  validate,
  ValidationError,
  type Caller,
  type CommandInput,
  type LedgerModel,
  Prisma,
  type RequestContext,
  type RefusedRow,
  type RowStep,
} from '@taizhang/platform';
import { bilingual } from '@taizhang/platform/rules';
import { RECTIFICATION_EVENTS } from '@taizhang/rectification/rules';
import { parseNotice, type ParsedNotice } from '../notice/parsing/index.ts';
import {
  checkNotice,
  compareNotice,
  importNoticeInput,
  INTEGRATION_EVENTS,
  mergeRound,
  namesIn,
  saidFields,
  type NoticeChange,
  type NoticeCheck,
  type SaidFields,
  type UnmatchedName,
} from '../rules/index.ts';
import { findNames } from './find-names.ts';
import {
  findOrganization,
  planOrganization,
  type NoticeOrganization,
} from './find-organization.ts';
import { loadDocuments, loadRound, type LoadedRound, type NamedDocuments } from './load-ledger.ts';
import { planSteps, roundColumns } from './plan-steps.ts';

/** What importing a notice did, or would do. */
export interface NoticeImport {
  /** The act that writes it; null for a dry run. */
  actId: string | null;
  /** The round's key; null when a dry run would make a new round. */
  roundId: string | null;
  isDryRun: boolean;
  changes: NoticeChange[];
  warnings: ParsedNotice['warnings'];
  /** What of its numbered or tabled text is in no entry. */
  dropped: ParsedNotice['dropped'];
  /** People and units that it names and the ledger does not have. */
  unmatched: readonly UnmatchedName[];
  /** What is worth a look in what the notice plans. */
  checks: NoticeCheck[];
}

type Fields = { text: string; fileName: string; organizationCode?: string | null | undefined };

/** Importing, as long work: whoever may import there may stop and undo it. */
const ACT = defineAct({
  command: 'importNotice',
  places: (caller) => placesWith(caller, 'notice:import'),
  refusal: NO_PERMISSION,
});

/**
 * Reads a notice into the ledger by stable keys: a second run of the same text changes nothing, an
 * edited text changes what it says differently, nothing is ever deleted, and what the life cycle closes
 * stays as it is. It is written as an act, in batches; what is small is done when this answers.
 *
 * @throws ValidationError when the text is no notice or names no organization, ForbiddenError,
 *   TransitionError while another import of the organization is under way.
 */
export async function importNotice(
  context: RequestContext,
  input: CommandInput & { dryRun?: boolean | null },
): Promise<NoticeImport> {
  if (input.dryRun) {
    const plan = await planImport(
      context.db,
      requireCaller(context),
      validate(importNoticeInput, input),
    );
    return answer(plan, null);
  }
  // The plan is made inside the command; a repetition of its key answers with what is left to do.
  let plan: ImportPlan | null = null;
  const newId = newKey();
  const actId = await runCommand(
    context,
    {
      name: ACT.command,
      idempotencyKey: input.idempotencyKey,
      schema: importNoticeInput,
      input,
      subjectId: newId,
    },
    async ({ tx, caller, now }, fields) => {
      plan = await planImport(tx, caller, fields);
      const { organization } = plan;
      await refuseAnother(tx, organization);
      await beginAct(tx, {
        id: newId,
        kind: 'IMPORT',
        command: ACT.command,
        caller,
        address: context.address,
        now,
        organizationId: organization.placeId,
        refused: refusedRows(plan.changes),
        steps: hasNews(plan, fields) ? await planRows(tx, plan, fields, now) : [],
      });
    },
  );
  await runWhileAsked(context, actId);
  plan ??= await planImport(context.db, requireCaller(context), validate(importNoticeInput, input));
  return answer(plan, actId);
}

const MODELS = {
  ROUND: 'InspectionRound',
  AREA: 'FindingArea',
  ITEM: 'RectificationItem',
  MEASURE: 'CorrectiveMeasure',
  DOCUMENT: 'InstitutionalDocument',
  TRAINING: 'Training',
  FIELD: 'RectificationItem',
} as const satisfies Record<NoticeChange['entity'], LedgerModel>;

/** What a life cycle closes and the notice says differently. */
const refusedRows = (changes: readonly NoticeChange[]): RefusedRow[] =>
  changes.flatMap(({ entity, path, before, after, reason }) => {
    if (reason === null) return [];
    const subject = entity === 'FIELD' && path.length === 3 ? MODELS.MEASURE : MODELS[entity];
    return [{ subject, label: `${path.join('.')} ${before ?? after ?? ''}`, reason }];
  });

/** Two imports of one organization at once would both make what neither finds. */
async function refuseAnother(
  tx: Prisma.TransactionClient,
  { code, placeId }: NoticeOrganization,
): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`import ${code}`}))`;
  const running = await tx.act.count({
    where: {
      status: 'RUNNING',
      command: ACT.command,
      organizationId: placeId,
    },
  });
  if (running)
    throw new TransitionError(
      'one-import-at-a-time',
      bilingual(
        '该单位正在导入，请等它完成',
        'An import of this organization is under way: wait for its end',
      ),
    );
}

interface ImportPlan {
  notice: ParsedNotice;
  organization: NoticeOrganization;
  round: LoadedRound | null;
  roundId: string;
  roundCode: string;
  documents: NamedDocuments;
  stated: SaidFields;
  changes: NoticeChange[];
}

/** Long texts take seconds: nobody else waits for them. */
const readNotice = heavyWork('parseNotice', parseNotice);

async function planImport(
  db: Prisma.TransactionClient,
  caller: Caller,
  fields: Fields,
): Promise<ImportPlan> {
  const notice = await readNotice(fields.text);
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
  if (!round && !organization.isNew) await checkNamedOrganizations(db, [organization.id]);
  const stored = round?.ledger ?? {
    round: null,
    areas: [],
    documents: [],
    trainings: [],
    fields: new Map(),
  };
  const titles = notice.documents.map(({ title }) => title);
  const documents: NamedDocuments = organization.isNew
    ? new Map()
    : await loadDocuments(db, organization.id, titles);
  const closedDocuments = new Map(
    [...documents].flatMap(([title, { closed }]) => (closed ? [[title, closed] as const] : [])),
  );
  const stated = saidFields(
    notice,
    organization.isNew
      ? { people: new Map(), units: new Map() }
      : await findNames(db, caller, organization.id, namesIn(notice)),
  );
  return {
    notice,
    stated,
    organization,
    round,
    roundId: round?.id ?? newKey(),
    roundCode: round?.code ?? roundCode,
    documents,
    changes: compareNotice(notice, { ...stored, closedDocuments }, stated.said),
  };
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** Whether there is anything to write: a difference, or a text whose spans are not kept yet. */
const hasNews = ({ changes, round }: ImportPlan, { text }: Fields) =>
  changes.some(({ kind }) => kind === 'CREATED' || kind === 'CHANGED') ||
  round?.notice?.sha256 !== sha256(text);

/** Every row that the import writes, in the order in which they stand on each other; the text comes last. */
async function planRows(
  tx: Prisma.TransactionClient,
  plan: ImportPlan,
  fields: Fields,
  now: Date,
): Promise<RowStep[]> {
  const { notice, organization, round, roundId, roundCode, documents } = plan;
  const rows = round?.rows ?? new Map();
  const items = round?.items ?? new Map();
  const target = { roundId, roundCode, organizationId: organization.id, rows, items, documents };
  return [
    ...(organization.isNew ? await planOrganization(tx, organization) : []),
    planRound(plan, fields),
    ...planSteps(target, notice, plan.changes, plan.stated.said),
    planText(plan, fields, now),
  ];
}

function planRound(
  { notice, organization, round, roundId, roundCode }: ImportPlan,
  { text }: Fields,
) {
  const facts = roundColumns(mergeRound(round?.ledger.round ?? null, notice.round));
  if (round) return changeStep(RECTIFICATION_EVENTS.ROUND_EDITED, round, facts);
  const isAudit = notice.round.inspectionTeam === null && /审计/.test(text.slice(0, 500));
  return createStep(RECTIFICATION_EVENTS.ROUND_ADDED, {
    id: roundId,
    code: roundCode,
    kind: isAudit ? 'AUDIT' : 'INSPECTION',
    title: `${organization.name}${facts.inspectedFrom?.getUTCFullYear() ?? ''}巡察整改`,
    inspectedOrganizationId: organization.id,
    provenance: 'NOTICE',
    ...facts,
  });
}

function planText({ notice, round, roundId }: ImportPlan, { fileName, text }: Fields, now: Date) {
  const read = {
    fileName,
    sha256: sha256(text),
    text,
    stated: notice.stated as unknown as Prisma.InputJsonObject,
    contacts: notice.contacts as unknown as Prisma.InputJsonArray,
    importedAt: now,
  };
  const { NOTICE_IMPORTED } = INTEGRATION_EVENTS;
  return round?.notice
    ? changeStep(NOTICE_IMPORTED, round.notice, read as never)
    : createStep(NOTICE_IMPORTED, { id: newKey(), roundId, ...read });
}

const answer = (
  { changes, stated, notice, round, roundId }: ImportPlan,
  actId: string | null,
): NoticeImport => ({
  actId,
  roundId: round || actId ? roundId : null,
  isDryRun: actId === null,
  changes,
  warnings: notice.warnings,
  dropped: notice.dropped,
  unmatched: stated.unmatched,
  checks: checkNotice(notice),
});

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
