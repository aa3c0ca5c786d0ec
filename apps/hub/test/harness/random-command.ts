import { randomUUID } from 'node:crypto';
import { newKey } from '@taizhang/platform';
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isUnionType,
  type GraphQLField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';
import { noticeOf } from './import-notice.ts';
import type { TestHub } from './test-hub.ts';
import { modelNamed } from './walk-schema.ts';

/** A number below another one, that follows from a seed. */
export type Random = (below: number) => number;

const TEXTS = ['补充说明', '𠮷野家“引号”\t"q" \\ 1.10', 'plain words', '长'.repeat(300)];
const PASSWORD = 'a long enough word for it';
const FUTURE = ['2028-02-29', '2029-12-31', '2031-06-01'];
const PAST = ['2026-01-05', '2025-11-30'];

/** Fields whose value has to fit what they stand for: any text or number would always be refused. */
const BY_NAME: Record<string, (random: Random) => unknown> = {
  idempotencyKey: () => randomUUID(),
  code: () => `X-${randomUUID().slice(0, 8).toUpperCase()}`,
  loginName: () => `x-${randomUUID().slice(0, 8)}`,
  title: () => `题目 ${randomUUID()}`,
  topic: () => `主题 ${randomUUID()}`,
  name: () => `名称 ${randomUUID()}`,
  shortName: () => randomUUID().slice(0, 8),
  email: () => 'post@example.org',
  fileName: () => '佐证.txt',
  documentNumber: (random) => `测〔2026〕${random(1_000)}号`,
  password: () => PASSWORD,
  oldPassword: () => PASSWORD,
  newPassword: () => `${PASSWORD} again`,
  expiresOn: () => new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10),
  heldOn: (random) => PAST[random(PAST.length)],
  reachedOn: (random) => PAST[random(PAST.length)],
  issuedOn: (random) => PAST[random(PAST.length)],
  amountInvolvedFen: (random) => random(1_000_000),
  fen: (random) => random(1_000_000),
  hours: (random) => random(40) / 10,
  attendanceCount: (random) => 1 + random(50),
  sampleSize: (random) => 1 + random(3),
  ordinal: (random) => 500 + random(100_000),
  asked: () => 100,
  score: (random) => random(101),
  criteria: () => [
    { name: '整改成效', weight: 60 },
    { name: '群众满意', weight: 40 },
  ],
  scopes: () => ['item:read-all'],
  formats: () => ['CSV'],
  role: (random) => ['SECTION_CONTACT', 'LEAD_LEADER', 'DASHBOARD_VIEWER'][random(3)],
};

/** What need not be given, and at random would hardly ever fit the rest. */
const SELDOM_FITS: ReadonlySet<string> = new Set([
  'acceptedLateUnitIds',
  'attendance',
  'duePrecision',
  'dueText',
  'measureId',
]);

type Input = Record<string, unknown>;

/** What one mutation of the schema is and takes. */
export interface Mutation {
  name: string;
  input: GraphQLInputObjectType | null;
  /** Its type of record, by what it answers with. */
  answers: string | null;
  document: string;
}

/** Every mutation that the schema has. */
export const mutationsOf = (schema: GraphQLSchema): Mutation[] =>
  Object.values(schema.getMutationType()!.getFields()).map(describe);

function describe(field: GraphQLField<unknown, unknown>): Mutation {
  const type = getNamedType(field.type);
  const members = isUnionType(type) ? type.getTypes() : [];
  const records = members.filter(({ name }) => !name.endsWith('Error'));
  const argument = field.args[0];
  const input = argument && getNamedType(argument.type);
  const selection = isUnionType(type) ? '{ __typename ... on Error { code message } }' : '';
  return {
    name: field.name,
    input: isInputObjectType(input) ? input : null,
    answers: records[0]?.name ?? null,
    document: argument
      ? `mutation ($input: ${String(argument.type)}) { result: ${field.name}(input: $input) ${selection} }`
      : `mutation { result: ${field.name} ${selection} }`,
  };
}

/** What some mutations want that fits together, beyond what their schema says. */
const FITTING: Record<string, (hub: TestHub, input: Input, random: Random) => Promise<Input>> = {
  importNotice: (_hub, _input, random) =>
    Promise.resolve({
      text: noticeOf(1 + random(4), `区第${'一二三'[random(3)]}档案局`),
      organizationCode: undefined,
      dryRun: false,
    }),
  addOrganization: async ({ db }) => ({
    kind: 'UNIT',
    parentId: `Organization_${(await db.organization.findFirstOrThrow({ where: { kind: 'BUREAU' } })).id}`,
  }),
  addEffectivenessEvaluation: async ({ db }, input, random) => ({
    scores: await scoresOf(db, String(input['scorecardVersionId']), random),
  }),
  editEffectivenessEvaluation: async ({ db }, { id }, random) => {
    const where = { id: keyIn(id) };
    const made = await db.effectivenessEvaluation.findUnique({ where });
    return made
      ? { scores: await scoresOf(db, `ScorecardVersion_${made.scorecardVersionId}`, random) }
      : {};
  },
  readmitToPublicNotice: async ({ db }) => {
    const omitted = await db.publicNoticeOmission.findFirst({
      where: { notice: { status: 'DRAFT' } },
    });
    return omitted
      ? { id: `PublicNotice_${omitted.noticeId}`, itemId: `RectificationItem_${omitted.itemId}` }
      : {};
  },
  cancelMeasure: async ({ db }, { id }) => {
    const measure = await db.correctiveMeasure.findUnique({ where: { id: keyIn(id) } });
    const other = await db.correctiveMeasure.findFirst({
      where: {
        itemId: measure?.itemId ?? newKey(),
        id: { not: keyIn(id) },
        status: { not: 'CANCELLED' },
      },
    });
    return other ? { replacedById: `CorrectiveMeasure_${other.id}` } : {};
  },
  revokeRole: async ({ db }, { id }) => {
    const held = await db.roleAssignment.findFirst({ where: { personId: keyIn(id) } });
    return held ? { role: held.role, organizationId: `Organization_${held.organizationId}` } : {};
  },
  setExternalRef: (_hub, _input, random) =>
    Promise.resolve({ system: 'oa', key: `K-${random(1_000_000)}` }),
  addDocumentVersion: () => Promise.resolve({ text: '第一条'.repeat(3_000) }),
  compileBiweeklyReport: async ({ db }, { id }) => {
    const late = await db.biweeklyUnitReport.findMany({
      where: { reportId: keyIn(id), status: { not: 'SUBMITTED' } },
    });
    return { acceptedLateUnitIds: late.map(({ unitId }) => `Organization_${unitId}`) };
  },
  grantRole: ({ db }) => aBureau(db),
  addPerson: ({ db }) => aBureau(db),
};

const keyIn = (id: unknown) => String(id).split('_')[1]!;

const aBureau = async (db: TestHub['db']) => ({
  organizationId: `Organization_${(await db.organization.findFirstOrThrow({ where: { kind: 'BUREAU' } })).id}`,
});

async function scoresOf(db: TestHub['db'], version: string, random: Random) {
  const where = { scorecardVersionId: version.split('_')[1]! };
  const criteria = await db.scorecardCriterion.findMany({ where });
  return criteria.map(({ id }) => ({
    criterionId: `ScorecardCriterion_${id}`,
    score: random(101),
  }));
}

/** Whose id a mutation takes, where it is not that of the record which it answers with. */
const CHANGED: Record<string, string> = {
  addFindingArea: 'InspectionRound',
  setExternalRef: 'RectificationItem',
};

const ROUND = `(SELECT "id" FROM "InspectionRound" WHERE "code" = 'MH-WL-2024')`;
/** Rows that most commands can do something with; others are named now and then. */
const USUAL: Record<string, string> = {
  EffectivenessEvaluation: `"status" = 'DRAFT'`,
  Evidence: `"itemId" IN (SELECT "id" FROM "RectificationItem" WHERE "roundId" = ${ROUND})`,
  FindingArea: `"roundId" = ${ROUND}`,
  InspectionRound: `"id" = ${ROUND}`,
  PublicNotice: `"status" = 'DRAFT'`,
  RectificationItem: `"roundId" = ${ROUND} AND "status" IN ('ASSIGNED', 'IN_PROGRESS')`,
};

/**
 * Makes inputs of mutations out of what is stored just now: ids of rows that are there, each with its version.
 *
 * @param fileId a file that was uploaded.
 */
export function inputMaker(hub: TestHub, fileId: string) {
  const { pool } = hub;

  /** Of records that have one, the version as it is stored. */
  async function versionOf(id: string): Promise<number> {
    const [model, key] = id.split('_') as [string, string];
    const { rows } = await pool.query<{ version: number }>(
      `SELECT "version" FROM "${model}" WHERE "id" = $1`,
      [key],
    );
    return rows[0]?.version ?? 1;
  }

  async function anyId(model: string, random: Random, which?: string): Promise<string> {
    const where = which ?? (random(5) ? USUAL[model] : null) ?? 'TRUE';
    const { rows } = await pool.query<{ id: string }>(
      `SELECT "id"::text FROM "${model}" WHERE ${where} ORDER BY "id"`,
    );
    return `${model}_${rows.length ? rows[random(rows.length)]!.id : newKey()}`;
  }

  async function valueOf(name: string, type: GraphQLInputType, random: Random): Promise<unknown> {
    if (isNonNullType(type)) return valueOf(name, type.ofType, random);
    const given = BY_NAME[name];
    if (given) return given(random);
    if (name === 'fileId') return fileId;
    if (isListType(type)) return [await valueOf(name, type.ofType, random)];
    if (isEnumType(type)) {
      const values = type.getValues();
      return values[random(values.length)]!.name;
    }
    if (isInputObjectType(type)) return objectOf(type, random);
    if (type.name === 'ID') return anyId(modelNamed(name) ?? 'RectificationItem', random);
    if (type.name === 'Date') return FUTURE[random(FUTURE.length)];
    if (type.name === 'Boolean') return random(2) === 0;
    if (type.name === 'Int' || type.name === 'Float') return 1 + random(5);
    return TEXTS[random(TEXTS.length)];
  }

  async function objectOf(type: GraphQLInputObjectType, random: Random) {
    const made: Input = {};
    for (const field of Object.values(type.getFields()))
      if (isNonNullType(field.type) || (random(4) === 0 && !SELDOM_FITS.has(field.name)))
        made[field.name] = await valueOf(field.name, field.type, random);
    return made;
  }

  /** @param record the id of the record that it is about; null: any, or none. */
  return async function inputFor(mutation: Mutation, record: string | null, random: Random) {
    if (!mutation.input) return {};
    const fields = mutation.input.getFields();
    const input = await objectOf(mutation.input, random);
    const changed = CHANGED[mutation.name] ?? mutation.answers ?? 'Act';
    if (fields['id']) input['id'] = record ?? (await anyId(changed, random));
    // A record that the mutation makes something on: addMeasure for an item, say.
    const on = Object.keys(fields).find((name) => modelNamed(name) === record?.split('_')[0]);
    if (record && !fields['id'] && on) input[on] = record;
    // Those of the demonstration are who the others act as: nobody disables them.
    const person = fields['id'] ? 'id' : 'personId';
    if (mutation.answers === 'Person' && fields[person])
      input[person] = await anyId('Person', random, 'NOT "isDemo"');
    Object.assign(input, await FITTING[mutation.name]?.(hub, input, random));
    // Now and then somebody else was quicker.
    if (fields['expectedVersion'])
      input['expectedVersion'] = (await versionOf(String(input['id']))) + (random(15) ? 0 : 1);
    return input;
  };
}
