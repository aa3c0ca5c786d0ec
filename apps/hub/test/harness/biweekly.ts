import { randomUUID } from 'node:crypto';
import type { PersonKey } from '@taizhang/demo';
import { putItem, unit } from './ledger.ts';
import { prepared, putRows } from './put-rows.ts';
import { at, listAt } from './read.ts';
import { runMutation } from './run-mutation.ts';
import type { TestHub } from './test-hub.ts';

const REPORT = `BiweeklyReport { id ordinal startsOn endsOn status isOver summary reopenReason version
  compiledBy { displayName } frozenBy { displayName } unitCount submittedUnitCount
  lateUnits { code } allowedActions { action allowed reason } }`;
const PART = `BiweeklyUnitReport { id status isLate returnReason version entryCount answeredCount unit { code }
  allowedActions { action allowed reason }
  entries { id answer progress nextStep expectedOn version item { code } allowedActions { action allowed } } }`;
const ENTRY = `BiweeklyEntry { id answer progress difficulties nextStep expectedOn version
  answeredBy { displayName } }`;

/** What a mutation on biweekly reports answers with. */
const answerOf = (mutation: string) =>
  /Entry$/.test(mutation) ? ENTRY : /UnitReport$|AllBiweekly/.test(mutation) ? PART : REPORT;

/** Runs a mutation on biweekly reports as a demo person. */
export const biweekly = async (
  hub: TestHub,
  login: PersonKey,
  mutation: string,
  input: Record<string, unknown>,
) => runMutation(await hub.signInAs(login), mutation, input, answerOf(mutation));

/** A round of the Minhang bureau with its own area, and the open items asked for, by unit. */
export async function putRound(
  hub: TestHub,
  feedbackOn: string,
  units: readonly ('GF' | 'BG' | 'JC')[],
) {
  const id = randomUUID();
  const areaId = randomUUID();
  await putRows(hub, async ({ create }) => {
    await create(prepared('InspectionRound'), {
      id,
      code: `R-${id.slice(0, 8)}`,
      title: '测试轮次',
      inspectedOrganizationId: unit('WL'),
      feedbackOn: new Date(feedbackOn),
    });
    await create(prepared('FindingArea'), {
      id: areaId,
      roundId: id,
      ordinal: 1,
      title: '测试方面',
    });
  });
  const put = (key: 'GF' | 'BG' | 'JC', fields: object = {}) =>
    putItem(hub, 'IN_PROGRESS', {
      roundId: id,
      areaId,
      responsibleUnitId: unit(key),
      ...fields,
    });
  const items = [];
  for (const key of units) items.push(await put(key));
  return { id, apiId: `InspectionRound_${id}`, areaId, items, put };
}

/** A report with its parts as a caller reads it. */
export async function readReport(hub: TestHub, login: PersonKey, id: string): Promise<unknown> {
  const client = await hub.signInAs(login);
  const { data, text } = await client.query(
    `query ($id: ID!) { node(id: $id) { ... on ${REPORT.replace(/ \}$/, ` unitReports { id ... on ${PART} } }`)} } }`,
    { id },
  );
  if (at(data, 'node') === undefined) throw new Error(text);
  return at(data, 'node');
}

/** The part of the unit with this code. */
export const partOf = (report: unknown, code: string) =>
  listAt(report, 'unitReports').find((part) => at(part, 'unit.code') === `MH-WL-${code}`);

/** The API ids of a round's reports in the order of their periods. */
export async function reportsOf(hub: TestHub, roundId: string) {
  const reports = await hub.db.biweeklyReport.findMany({
    where: { roundId },
    orderBy: { ordinal: 'asc' },
  });
  return reports.map((report) => ({ ...report, apiId: `BiweeklyReport_${report.id}` }));
}

/** Puts the clock to a moment in China and keeps everybody signed in. */
export async function moveClock(hub: TestHub, moment: string): Promise<void> {
  const at = new Date(`${moment}+08:00`);
  hub.setClock(at);
  const year = 365 * 86_400_000;
  await hub.db.session.updateMany({
    data: { lastSeenAt: at, expiresAt: new Date(at.getTime() + year) },
  });
  await hub.db.job.updateMany({ data: { runAt: at } });
}
