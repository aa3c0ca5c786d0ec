// Walks one item from REGISTERED to CLOSED, through a failed look-back sample to REOPENED, and to CLOSED
// again, by six people and through the hub's own GraphQL alone:
//   npx tsx docs/guides/walk-one-item.ts --url http://127.0.0.1:4000
// The hub's demonstration has to be open. It ends with 1 at the first answer that is not the expected one.
import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';

type Fields = Record<string, unknown>;
interface Result extends Fields {
  __typename: string;
  id: string;
  version: number;
}

/** Who takes part, by the name of the post that the demonstration gives them. */
const POSTS = {
  registrar: '巡察办登记人员',
  verifier: '巡察办核验人员',
  affairs: '党群科科长',
  secretary: '局党组书记',
  leader: '分管副局长（公共文化）',
  contact: '公共服务科联络员',
} as const;
type Who = keyof typeof POSTS;

const { values } = parseArgs({
  options: { url: { type: 'string', default: 'http://127.0.0.1:4000' } },
});
const cookies = new Map<Who, string>();
const people = new Map<Who, string>();
/** The version last read of each record: every change is made against it. */
const versions = new Map<string, number>();

async function walk() {
  await signInAll();
  const { item, round } = await register();
  await assignAndPlan(item);
  await carryOut(item);
  await attachEvidence(item);
  await close(item);
  await lookBack(round, item);
  await closeAgain(item);
  console.log(`\n${await historyOf(item)}`);
}

// ── the stages ──────────────────────────────────────────────────────────────────────────────────

async function register() {
  stage('登记', 'Registration');
  const { organizations } = await ask('registrar', ORGANIZATIONS, {});
  const idOf = (code: string) =>
    (organizations as { nodes: { id: string; code: string }[] }).nodes.find(
      (one) => one.code === code,
    )!.id;
  const newRound = {
    code: `MH-WL-WALK-${Date.now().toString(36).toUpperCase()}`,
    title: '走一遍：示范轮次',
    inspectedOrganizationId: idOf('MH-WL'),
    feedbackOn: '2026-01-15',
  };
  await refused('affairs', 'addInspectionRound', newRound, 'ForbiddenError');
  const round = await take('registrar', 'addInspectionRound', 'InspectionRound', newRound);
  const area = await take('registrar', 'addFindingArea', 'FindingArea', {
    ...at(round.id),
    title: '公共服务',
  });
  const item = await take('registrar', 'registerRectificationItem', 'RectificationItem', {
    areaId: area.id,
    title: '部分服务点开放时间公示不及时',
    dueOn: '2027-06-30',
    responsibleUnitId: idOf('MH-WL-GF'),
  });
  return { item: item.id, round: round.id };
}

async function assignAndPlan(item: string) {
  stage('交办与方案', 'Assignment and plan');
  const leadLeaderId = people.get('leader');
  await refused(
    'contact',
    'assignRectificationItem',
    { ...at(item), leadLeaderId },
    'ForbiddenError',
  );
  await step('affairs', 'assignRectificationItem', item, { leadLeaderId });
  await refused('secretary', 'planRectificationItem', at(item), 'item-has-measures');
  const measure = await take('affairs', 'addMeasure', 'CorrectiveMeasure', {
    itemId: item,
    text: '逐点核对并公示开放时间，按月复核',
  });
  await refused('contact', 'approveMeasure', at(measure.id), 'ForbiddenError');
  await step('leader', 'approveMeasure', measure.id);
  await step('secretary', 'planRectificationItem', item);
  await step('contact', 'startRectificationItem', item);
  measures.push(measure.id);
}
const measures: string[] = [];

async function carryOut(item: string) {
  stage('落实与验收', 'Carrying out and acceptance');
  const measure = measures.at(-1)!;
  await step('contact', 'startMeasure', measure);
  await step('contact', 'submitMeasure', measure, { progress: '二十六处服务点已全部公示' });
  await refused('contact', 'acceptMeasure', at(measure), 'ForbiddenError');
  await refused('affairs', 'submitRectificationItem', at(item), 'measures-are-accepted');
  await step('affairs', 'acceptMeasure', measure);
}

async function attachEvidence(item: string) {
  stage('佐证', 'Evidence');
  const response = await fetch(new URL('/files', values.url), {
    method: 'POST',
    headers: {
      'content-type': 'text/plain',
      'x-taizhang-upload': '1',
      cookie: cookies.get('contact')!,
    },
    body: `服务点公示核对表 ${item}\n`,
  });
  if (response.status !== 201) throw new Error(`POST /files: ${await response.text()}`);
  const { fileId } = (await response.json()) as { fileId: string };
  const evidence = await take('contact', 'attachEvidence', 'Evidence', {
    itemId: item,
    measureId: measures[0],
    fileId,
    fileName: '公示核对表.txt',
  });
  await refused('contact', 'acceptEvidence', at(evidence.id), 'ForbiddenError');
  pending.push(evidence.id);
}
const pending: string[] = [];

async function close(item: string) {
  stage('签批、核验、销号', 'Signature, verification, closure');
  await step('affairs', 'submitRectificationItem', item);
  await refused('affairs', 'signRectificationItem', at(item), 'ForbiddenError');
  await step('leader', 'signRectificationItem', item);
  // Who submitted it never verifies it.
  await refused('affairs', 'verifyRectificationItem', at(item), 'ForbiddenError');
  await step('verifier', 'verifyRectificationItem', item);
  for (const evidence of pending.splice(0)) {
    await refused('verifier', 'closeRectificationItem', at(item), 'closure-has-evidence');
    await step('affairs', 'acceptEvidence', evidence);
  }
  await step('verifier', 'closeRectificationItem', item);
}

async function lookBack(round: string, item: string) {
  stage('回头看', 'Look-back');
  await refused('affairs', 'drawLookBackReview', draw(round), 'ForbiddenError');
  const review = await take('registrar', 'drawLookBackReview', 'LookBackReview', draw(round));
  const { node } = await ask('registrar', SAMPLES, { id: review.id });
  const [sample] = (node as { samples: { id: string; version: number }[] }).samples;
  versions.set(sample!.id, sample!.version);
  const reason = '复看时三处公示已过期';
  // Who closed the item does not look back at it.
  await refused('verifier', 'failLookBackSample', { ...at(sample!.id), reason }, 'four-eyes');
  await step('registrar', 'failLookBackSample', sample!.id, { reason });
  const reopened = await ask('verifier', ITEM, { id: item });
  const { version, status } = reopened['node'] as { version: number; status: string };
  if (status !== 'REOPENED') throw new Error(`抽查后状态是${status} / After the sample: ${status}`);
  versions.set(item, version);
}
const draw = (roundId: string) => ({ roundId, title: '销号后回头看', percent: 100 });

async function closeAgain(item: string) {
  stage('再次整改', 'Once more');
  await refused('verifier', 'closeRectificationItem', at(item), 'status');
  const measure = await take('affairs', 'addMeasure', 'CorrectiveMeasure', {
    itemId: item,
    text: '公示到期前七日自动提醒服务点更新',
  });
  await step('leader', 'approveMeasure', measure.id);
  await step('contact', 'startRectificationItem', item);
  measures.push(measure.id);
  await carryOut(item);
  await close(item);
}

// ── asking the hub ──────────────────────────────────────────────────────────────────────────────

async function post(who: Who | null, query: string, variables: Fields) {
  const cookie = who && cookies.get(who);
  const response = await fetch(new URL('/graphql', values.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(cookie && { cookie }) },
    body: JSON.stringify({ query, variables }),
  });
  const answer = (await response.json()) as { data?: Fields; errors?: { message: string }[] };
  if (!answer.data || answer.errors)
    throw new Error(answer.errors?.[0]?.message ?? `HTTP ${response.status}`);
  return { data: answer.data, headers: response.headers };
}

const ask = async (who: Who, query: string, variables: Fields) =>
  (await post(who, query, variables)).data;

async function signInAll() {
  const { data } = await post(null, '{ signInOptions { demoPeople { id displayName } } }', {});
  const { demoPeople } = data['signInOptions'] as {
    demoPeople: { id: string; displayName: string }[];
  };
  for (const [who, post_] of Object.entries(POSTS) as [Who, string][]) {
    const person = demoPeople.find(({ displayName }) => displayName === post_);
    if (!person) throw new Error(`演示中没有${post_} / The demonstration has no ${post_}`);
    const answer = await post(null, SIGN_IN, { input: { personId: person.id } });
    const [cookie] = answer.headers.getSetCookie();
    if (!cookie) throw new Error(`${post_}未能登录 / ${post_} could not sign in`);
    cookies.set(who, cookie.split(';')[0]!);
    people.set(who, person.id);
  }
}

/** The record and version that a change is made to. */
const at = (id: string) => ({ id, expectedVersion: versions.get(id)! });

async function send(who: Who, mutation: string, answer: string, input: Fields) {
  const name = mutation[0]!.toUpperCase() + mutation.slice(1);
  const document = `mutation ($input: ${name}Input!) { result: ${mutation}(input: $input) {
    __typename
    ... on Error { message }
    ... on TransitionError { rule }
    ${answer}
  } }`;
  const { result } = await ask(who, document, {
    input: { idempotencyKey: randomUUID(), ...input },
  });
  return result as Result;
}
/** Sends a mutation that has to succeed. */
async function take(who: Who, mutation: string, type: string, input: Fields) {
  const version = type === 'FindingArea' ? '' : 'version';
  const result = await send(who, mutation, `... on ${type} { id ${version} }`, input);
  if (result.__typename.endsWith('Error'))
    throw new Error(`${POSTS[who]} ${mutation}: ${String(result['message'])}`);
  if (result.version) versions.set(result.id, result.version);
  console.log(`  ✓ ${POSTS[who]}  ${mutation}`);
  return result;
}

/** Takes a step on a record at the version last read. */
const step = (who: Who, mutation: string, id: string, fields: Fields = {}) =>
  take(who, mutation, id.split('_')[0]!, { ...at(id), ...fields });

/** Sends a mutation that has to be refused, by this rule or kind of error. */
async function refused(who: Who, mutation: string, input: Fields, by: string) {
  const result = await send(who, mutation, '', input);
  if ((result['rule'] ?? result.__typename) !== by)
    throw new Error(
      `${mutation} 应被${by}拒绝 / should be refused by ${by}: ${JSON.stringify(result)}`,
    );
  console.log(`  ✗ ${POSTS[who]}  ${mutation}  ${String(result['message'])}`);
}

async function historyOf(id: string) {
  const { node } = await ask('verifier', ITEM, { id });
  const { code, status, history } = node as {
    code: string;
    status: string;
    history: { totalCount: number };
  };
  return `${code} ${status}，历史 ${history.totalCount} 条 / ${history.totalCount} events`;
}

function stage(chinese: string, english: string) {
  console.log(`\n${chinese} / ${english}`);
}

const SIGN_IN = `mutation ($input: SignInAsDemoPersonInput!) {
  signInAsDemoPerson(input: $input) { __typename }
}`;
const ORGANIZATIONS = '{ organizations(first: 100) { nodes { id code } } }';
const SAMPLES = `query ($id: ID!) {
  node(id: $id) { ... on LookBackReview { samples { id version } } }
}`;
const ITEM = `query ($id: ID!) {
  node(id: $id) { ... on RectificationItem { code status version history(first: 1) { totalCount } } }
}`;

walk().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
