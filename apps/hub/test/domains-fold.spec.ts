import { describeOnEachDatabase } from '@taizhang/platform/testing';
import { URI, type TOTP } from 'otpauth';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { moveClock, reportsOf } from './harness/biweekly.ts';
import type { Client } from './harness/client.ts';
import { expectFold } from './harness/expect-fold.ts';
import { signedIn } from './harness/local-account.ts';
import { prepared, putRows } from './harness/put-rows.ts';
import { at, textAt } from './harness/read.ts';
import { runMutation } from './harness/run-mutation.ts';
import { STORIES } from './harness/stories.ts';
import { startTestHub, type TestHub } from './harness/test-hub.ts';
import { expectTold } from './harness/told-events.ts';

const PASSWORD = 'a long enough word for it';
const NEW_PASSWORD = 'another long enough word';

/** From an empty hub on: every row that a command or a job of these domains writes is what its events give. */
describeOnEachDatabase('folding the events gives the rows', (kind) => {
  let hub: TestHub;
  let bureau = '';
  let unit = '';
  let affairs: Client;
  let leader: Client;
  /** The version of each record as its last mutation left it. */
  const versions = new Map<string, number>();

  beforeAll(async () => {
    hub = await startTestHub(kind, { configuration: { demo: false } });
    const district = await organization('Q', 'DISTRICT', null);
    bureau = await organization('Q-J', 'BUREAU', district);
    unit = await organization('Q-J-K', 'UNIT', bureau);
    affairs = await personWith('PARTY_AFFAIRS', 'affairs');
    leader = await personWith('LEAD_LEADER', 'leader');
  });
  afterAll(() => hub.stop());

  /** Runs a mutation and answers with the id of the record that it made or changed. */
  async function run(client: Client, model: string, mutation: string, input: object) {
    const result = await runMutation(client, mutation, { ...input }, `${model} { id version }`);
    if (at(result, 'message')) throw new Error(`${mutation}: ${JSON.stringify(result)}`);
    versions.set(textAt(result, 'id'), Number(at(result, 'version')));
    return textAt(result, 'id');
  }
  const step = (client: Client, model: string, mutation: string, id: string, input: object = {}) =>
    run(client, model, mutation, { id, expectedVersion: versions.get(id), ...input });
  const organization = (code: string, level: string, parentId: string | null) =>
    run(hub.automation, 'Organization', 'addOrganization', {
      code,
      name: code,
      kind: level,
      parentId,
    });

  async function personWith(role: string, loginName: string) {
    await run(hub.automation, 'Person', 'addPerson', {
      displayName: loginName,
      organizationId: bureau,
      role,
      loginName,
      password: PASSWORD,
    });
    const client = await signedIn(hub, loginName, PASSWORD);
    await own(
      client,
      'changePassword',
      { oldPassword: PASSWORD, newPassword: NEW_PASSWORD },
      'Viewer { name }',
    );
    return client;
  }

  /** Runs a mutation on one’s own account. @param answer what it is to answer with */
  async function own(client: Client, mutation: string, input: object, answer: string) {
    const name = mutation[0]!.toUpperCase() + mutation.slice(1);
    const { data, text } = await client.query(
      `mutation ($input: ${name}Input!) { result: ${mutation}(input: $input) {
        ... on Error { message } ... on ${answer} } }`,
      { input },
    );
    if (!data || at(data, 'result.message')) throw new Error(`${mutation} answered ${text}`);
    return at(data, 'result');
  }

  test('of organizations, people, their roles and accounts, and API clients', async () => {
    const other = await organization('Q-L', 'BUREAU', await districtId());
    await step(hub.automation, 'Organization', 'editOrganization', other, { shortName: '乙' });
    const moved = await organization('Q-J-M', 'UNIT', bureau);
    await step(hub.automation, 'Organization', 'moveOrganization', moved, { parentId: other });

    const person = await run(hub.automation, 'Person', 'addPerson', {
      displayName: '某人',
      organizationId: unit,
      loginName: 'someone',
      password: PASSWORD,
    });
    const held = { role: 'SECTION_CONTACT', organizationId: unit };
    for (const [mutation, input] of [
      ['editPerson', { position: '科员', email: 'someone@example.org' }],
      ['grantRole', held],
      ['revokeRole', held],
      ['disablePerson', { reason: '借调' }],
      ['enablePerson', {}],
    ] as const)
      await step(hub.automation, 'Person', mutation, person, input);
    await run(hub.automation, 'Person', 'resetPassword', {
      personId: person,
      password: NEW_PASSWORD,
    });
    await enrolTotp();
    await resetTotpOf(person);

    const client = await run(hub.automation, 'ApiClient', 'addApiClient', {
      name: '报表系统',
      organizationId: bureau,
      role: 'DASHBOARD_VIEWER',
      scopes: ['item:read-all'],
      expiresOn: new Date(Date.now() + 86_400_000).toISOString().slice(0, 10),
    });
    const expiresOn = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
    await step(hub.automation, 'ApiClient', 'rotateApiClientToken', client, { expiresOn });
    await step(hub.automation, 'ApiClient', 'disableApiClient', client);
    await expectFold(hub);
  });

  const districtId = async () => {
    const { id } = await hub.db.organization.findFirstOrThrow({ where: { kind: 'DISTRICT' } });
    return `Organization_${id}`;
  };

  /** The second factor of somebody who lost it is turned off by an administrator. */
  async function resetTotpOf(personId: string) {
    const password = 'yet another long enough word';
    const client = await signedIn(hub, 'someone', NEW_PASSWORD);
    const words = { oldPassword: NEW_PASSWORD, newPassword: password };
    await own(client, 'changePassword', words, 'Viewer { name }');
    const offer = await own(client, 'offerTotp', { password }, 'TotpOffer { uri }');
    const totp = URI.parse(textAt(offer, 'uri')) as TOTP;
    await own(client, 'confirmTotp', { code: totp.generate() }, 'TotpEnrolled { recoveryCodes }');
    await run(hub.automation, 'Person', 'resetTotp', { personId });
  }

  async function enrolTotp() {
    const offer = await own(leader, 'offerTotp', { password: NEW_PASSWORD }, 'TotpOffer { uri }');
    const totp = URI.parse(textAt(offer, 'uri')) as TOTP;
    await own(leader, 'confirmTotp', { code: totp.generate() }, 'TotpEnrolled { recoveryCodes }');
    // A code counts once: the one after it turns the second factor off again.
    const code = totp.generate({ timestamp: Date.now() + 30_000 });
    await own(leader, 'disableTotp', { password: NEW_PASSWORD, code }, 'Viewer { name }');
  }

  test('of documents with their versions and drafts, from the proposal to a repeal', async () => {
    const { body } = await affairs.upload('正式文本');
    const document = await run(affairs, 'InstitutionalDocument', 'addInstitutionalDocument', {
      title: '采购办法',
      status: 'PROPOSED',
    });
    const papers = {
      documentNumber: '测〔2026〕1号',
      issuedOn: '2026-01-05',
      fileId: textAt(body, 'fileId'),
    };
    for (const [client, mutation, input] of [
      [affairs, 'editInstitutionalDocument', { title: '采购管理办法', responsibleUnitId: unit }],
      [affairs, 'startDraftingDocument', {}],
      [affairs, 'addDocumentVersion', { text: '第一条'.repeat(2_000) }],
      [affairs, 'consultOnDocument', { closesOn: '2199-01-01' }],
      [affairs, 'submitDocumentForLegalReview', { commentCount: 3 }],
      [leader, 'approveDocument', {}],
      [affairs, 'issueInstitutionalDocument', papers],
      [affairs, 'bringDocumentIntoForce', {}],
      [leader, 'repealDocument', { reason: '机构改革' }],
    ] as const)
      await step(client, 'InstitutionalDocument', mutation, document, input);
    const reported = await run(affairs, 'InstitutionalDocument', 'addInstitutionalDocument', {
      title: '值班制度',
      status: 'IN_FORCE',
    });
    await step(affairs, 'InstitutionalDocument', 'addDocumentVersion', reported, papers);
    await expectFold(hub);
  });

  test('of trainings with their sessions and who was there', async () => {
    const training = await run(affairs, 'Training', 'planTraining', {
      kind: 'TRAINING',
      direction: 'HELD',
      topic: '廉政教玉',
      plannedOn: '2026-05-04',
    });
    const sessions = [
      { heldOn: '2026-05-13', hours: 1.5, attendance: [{ unitId: unit, headcount: 12 }] },
      { heldOn: '2026-05-06', hours: 0.1, attendanceCount: 20 },
    ];
    for (const [client, mutation, input] of [
      [affairs, 'postponeTraining', { reason: '场馆检修' }],
      [affairs, 'rescheduleTraining', { plannedOn: '2026-05-05' }],
      [affairs, 'editTraining', { topic: '廉政教育', plannedOn: '2026-05-06' }],
      [affairs, 'holdTraining', { heldOn: '2026-05-06' }],
      [affairs, 'recordTrainingSessions', { sessions }],
      [leader, 'verifyTraining', {}],
    ] as const)
      await step(client, 'Training', mutation, training, input);
    await expectFold(hub);
  });

  test('of biweekly reports with what units say and what a freeze keeps', async () => {
    const roundId = await putRoundWithItems();
    await moveClock(hub, '2026-03-02T09:00:00');
    await hub.runDueJobs();
    const apiId = textAt(await reportsOf(hub, roundId), '0.apiId');
    const part = await hub.db.biweeklyUnitReport.findFirstOrThrow({ include: { entries: true } });
    const [first] = part.entries;
    for (const id of [apiId, `BiweeklyUnitReport_${part.id}`]) versions.set(id, 1);
    versions.set(`BiweeklyEntry_${first!.id}`, 1);
    const said = { progress: '已推进', nextStep: '验收', expectedOn: '2026-06-01' };
    await step(affairs, 'BiweeklyEntry', 'updateBiweeklyEntry', `BiweeklyEntry_${first!.id}`, said);
    await run(affairs, 'BiweeklyReport', 'remindBiweeklyUnits', { reportId: apiId });
    for (const entry of part.entries.slice(1)) {
      versions.set(`BiweeklyEntry_${entry.id}`, 1);
      const id = `BiweeklyEntry_${entry.id}`;
      await step(affairs, 'BiweeklyEntry', 'updateBiweeklyEntry', id, { progress: '未启动' });
    }
    const unitReport = `BiweeklyUnitReport_${part.id}`;
    await step(affairs, 'BiweeklyUnitReport', 'submitBiweeklyUnitReport', unitReport);
    await step(affairs, 'BiweeklyUnitReport', 'returnBiweeklyUnitReport', unitReport, {
      reason: '数字不符',
    });
    await step(affairs, 'BiweeklyUnitReport', 'confirmAllBiweeklyEntries', unitReport);
    await step(affairs, 'BiweeklyUnitReport', 'submitBiweeklyUnitReport', unitReport);
    for (const [client, mutation, input] of [
      [affairs, 'compileBiweeklyReport', { summary: '总体平稳' }],
      [affairs, 'reopenBiweeklyReport', { reason: '补充材料' }],
      [affairs, 'compileBiweeklyReport', { summary: '总体向好' }],
      [affairs, 'editBiweeklySummary', { summary: '总体向好，两项滞后' }],
      [leader, 'freezeBiweeklyReport', {}],
    ] as const)
      await step(client, 'BiweeklyReport', mutation, apiId, input);
    expect(await hub.db.biweeklySnapshotRow.count()).toBe(2);
    await expectFold(hub);
    // Copies that the hub makes are no news of the item.
    expect(await hub.db.event.groupBy({ by: ['type'], where: { itemId: { not: null } } })).toEqual([
      { type: 'BIWEEKLY_ENTRY_UPDATED' },
    ]);
  });

  test('of what stands as in the period before, confirmed one by one and all at once', async () => {
    await moveClock(hub, '2026-03-16T09:00:00');
    await hub.runDueJobs();
    const part = await hub.db.biweeklyUnitReport.findFirstOrThrow({
      where: { report: { ordinal: 2 } },
      include: { entries: true },
    });
    const [entry, unitReport] = [
      `BiweeklyEntry_${part.entries[0]!.id}`,
      `BiweeklyUnitReport_${part.id}`,
    ];
    for (const id of [entry, unitReport]) versions.set(id, 1);
    await step(affairs, 'BiweeklyEntry', 'confirmBiweeklyEntry', entry);
    await step(affairs, 'BiweeklyUnitReport', 'confirmAllBiweeklyEntries', unitReport);
    await expectFold(hub);
  });

  test('of everything that the log is said to tell of here', async () => {
    await expectTold(hub, 0n, STORIES['domains-fold']);
  });

  /** A round of the bureau with two open items of the unit. */
  const putRoundWithItems = () =>
    putRows(hub, async ({ tx, create }) => {
      const [organizationId, unitId] = [bureau, unit].map((id) => id.split('_')[1]!);
      const round = await create(prepared('InspectionRound'), {
        code: 'R',
        title: '测试轮次',
        inspectedOrganizationId: organizationId!,
        feedbackOn: new Date('2026-03-02'),
      });
      const inRound = { roundId: round.id, ordinal: 1, title: '测试' };
      const area = await create(prepared('FindingArea'), inRound);
      const { personId } = await tx.account.findUniqueOrThrow({
        where: { loginName: 'leader' },
      });
      for (const ordinal of [1, 2])
        await create(prepared('RectificationItem'), {
          ...inRound,
          areaId: area.id,
          organizationId: organizationId!,
          ordinal,
          code: `R-1.${ordinal}`,
          status: 'IN_PROGRESS',
          leadLeaderId: personId,
          responsibleUnitId: unitId!,
          supportingUnits: [organizationId!],
        });
      return round.id;
    });
});
