import type { PersonKey } from '@taizhang/demo';
import { DOCUMENT_LIFE_CYCLE } from '@taizhang/documents/rules';
import { describeOnEachDatabase } from '@taizhang/platform/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { change } from './harness/change.ts';
import { unit } from './harness/ledger.ts';
import { changeRow } from './harness/put-rows.ts';
import { at, listAt, numberAt, textAt } from './harness/read.ts';
import { startTestHub, type TestHub } from './harness/test-hub.ts';

const { actions, steps: DOCUMENT_STEPS } = DOCUMENT_LIFE_CYCLE;
const NAMES = actions.filter((name) => DOCUMENT_STEPS[name].permission);
const PEOPLE: PersonKey[] = ['contact-library', 'party-affairs', 'leader-culture', 'secretary'];
const READ = `query ($id: ID!) { node(id: $id) { ... on InstitutionalDocument {
  status statusIsReported version
  versions { ordinal status documentNumber }
  consultations { ordinal closesOn commentCount }
  allowedActions { action allowed reason }
  history(first: 50) { totalCount edges { node { type actorName reason after } } }
} } }`;
let titles = 0;

describeOnEachDatabase('the life cycle of a document', (kind) => {
  let hub: TestHub;
  let fileId = '';
  beforeAll(async () => {
    hub = await startTestHub(kind);
    const { body } = await (await hub.signInAs('party-affairs')).upload('正式文本');
    fileId = textAt(body, 'fileId');
  });
  afterAll(() => hub.stop());

  const run = async (login: PersonKey, name: string, input: Record<string, unknown>) =>
    change(await hub.signInAs(login), name, input);
  const propose = async () =>
    textAt(
      await run('party-affairs', 'addInstitutionalDocument', {
        title: `起草中的制度 ${++titles}`,
        status: 'PROPOSED',
        responsibleUnitId: `Organization_${unit('TSG')}`,
      }),
      'id',
    );
  const read = async (id: string, login: PersonKey = 'party-affairs') =>
    at((await (await hub.signInAs(login)).query(READ, { id })).data, 'node');
  const inputOf = (name: string) => ({
    reason: '原因',
    ...(name === 'consultOnDocument' && { closesOn: '2199-01-01' }),
    ...(/^(submit|redraft)/.test(name) && { commentCount: 3 }),
    ...(name === 'issueInstitutionalDocument' && {
      documentNumber: '测〔2026〕1号',
      issuedOn: '2026-01-05',
      fileId,
    }),
  });
  const step = async (login: PersonKey, name: string, id: string, more: object = {}) =>
    run(login, name, {
      id,
      expectedVersion: numberAt(await read(id), 'version'),
      ...inputOf(name),
      ...more,
    });
  const addText = (id: string, text: string) =>
    step('party-affairs', 'addDocumentVersion', id, { reason: undefined, text });
  const counts = async () => [
    await hub.db.event.count({
      where: {
        subjectType: { in: ['InstitutionalDocument', 'DocumentVersion', 'ConsultationDraft'] },
      },
    }),
    await hub.db.documentVersion.count(),
    await hub.db.consultationDraft.count(),
    await hub.db.idempotencyRecord.count(),
  ];

  /** Takes a proposed or revised document through to its coming in force. */
  async function carryThrough(id: string, text: string) {
    await step('party-affairs', 'startDraftingDocument', id);
    await addText(id, text);
    for (const [login, name] of [
      ['party-affairs', 'consultOnDocument'],
      ['party-affairs', 'submitDocumentForLegalReview'],
      ['leader-culture', 'approveDocument'],
      ['party-affairs', 'issueInstitutionalDocument'],
      ['party-affairs', 'bringDocumentIntoForce'],
    ] as const)
      expect(await step(login, name, id)).toMatchObject({ status: DOCUMENT_STEPS[name].to });
  }

  test('it goes from proposal to force, and a revision supersedes the version, not the title', async () => {
    const id = await propose();
    await carryThrough(id, '第一条 每季度检查一次');
    expect(await read(id)).toMatchObject({
      status: 'IN_FORCE',
      statusIsReported: false,
      versions: [{ ordinal: 1, status: 'IN_FORCE', documentNumber: '测〔2026〕1号' }],
      consultations: [{ ordinal: 1, closesOn: '2199-01-01', commentCount: 3 }],
    });
    await step('party-affairs', 'startRevisingDocument', id, { reason: '机构改革' });
    expect(await read(id)).toMatchObject({
      status: 'UNDER_REVISION',
      versions: [{ ordinal: 1, status: 'IN_FORCE' }],
    });
    await carryThrough(id, '第一条 每月检查一次');
    expect(await read(id)).toMatchObject({
      status: 'IN_FORCE',
      versions: [
        { ordinal: 2, status: 'IN_FORCE' },
        { ordinal: 1, status: 'SUPERSEDED' },
      ],
    });
    const history = listAt(await read(id), 'history.edges').map((edge) => at(edge, 'node'));
    // Each issue is told twice: of the document, and of the version that got number, day and file.
    expect(history).toHaveLength(18);
    expect(
      history.find((event) => at(event, 'type') === 'DOCUMENT_REVISION_STARTED'),
    ).toMatchObject({
      reason: '机构改革',
      after: { status: 'UNDER_REVISION' },
    });
  });

  test('two versions are read side by side, what differs marked', async () => {
    const id = await propose();
    await step('party-affairs', 'startDraftingDocument', id);
    await addText(id, '总则\n每季度检查一次台账');
    await addText(id, '总则\n每月检查一次台账\n附则');
    const compare = async (before: number, after: number) =>
      at(
        (
          await (
            await hub.signInAs('party-affairs')
          ).query(
            'query ($id: ID!, $before: Int!, $after: Int!) { node(id: $id) { ... on InstitutionalDocument { compareVersions(before: $before, after: $after) { kind before { text isChanged } after { text isChanged } } } } }',
            { id, before, after },
          )
        ).data,
        'node.compareVersions',
      );
    const same = (text: string) => ({ text, isChanged: false });
    const changed = (text: string) => ({ text, isChanged: true });
    expect(await compare(1, 2)).toEqual([
      { kind: 'SAME', before: [same('总则')], after: [same('总则')] },
      {
        kind: 'CHANGED',
        before: [same('每'), changed('季度'), same('检查一次台账')],
        after: [same('每'), changed('月'), same('检查一次台账')],
      },
      { kind: 'INSERTED', before: [], after: [changed('附则')] },
    ]);
    expect(await compare(1, 3)).toBeNull();
  });

  test('what was only reported is so with number, day and file, and not before', async () => {
    const added = await run('party-affairs', 'addInstitutionalDocument', {
      title: `自报修订的制度 ${++titles}`,
      status: 'IN_FORCE',
    });
    const id = textAt(added, 'id');
    const papers = { documentNumber: '测〔2026〕2号', issuedOn: '2026-01-05', reason: undefined };
    expect(await step('party-affairs', 'addDocumentVersion', id, papers)).toMatchObject({
      status: 'IN_FORCE',
      statusIsReported: true,
    });
    expect(
      await step('party-affairs', 'addDocumentVersion', id, { ...papers, fileId }),
    ).toMatchObject({ status: 'IN_FORCE', statusIsReported: false });
    expect(
      await hub.db.event.findMany({
        where: { subjectId: id.split('_')[1]!, type: { not: 'DOCUMENT_ADDED' } },
        select: { type: true, after: true },
      }),
    ).toEqual([
      {
        type: 'DOCUMENT_PAPERS_COMPLETED',
        after: { statusIsReported: false, inForceOrdinal: 2, version: 2 },
      },
    ]);
    expect(await read(id)).toMatchObject({
      versions: [
        { ordinal: 2, status: 'IN_FORCE' },
        { ordinal: 1, status: 'SUPERSEDED' },
      ],
    });
  });

  test('who drafted it does not approve it, whatever their roles', async () => {
    const id = await propose();
    const { personId } = await hub.db.account.findUniqueOrThrow({
      where: { loginName: 'party-affairs' },
    });
    await step('party-affairs', 'startDraftingDocument', id);
    await addText(id, '正文');
    await step('party-affairs', 'consultOnDocument', id);
    await step('party-affairs', 'submitDocumentForLegalReview', id);
    expect(await step('party-affairs', 'approveDocument', id)).toMatchObject({
      __typename: 'ForbiddenError',
    });
    const leader = await hub.db.account.findUniqueOrThrow({
      where: { loginName: 'leader-culture' },
    });
    const draftedById = leader.personId;
    await changeRow(hub, 'InstitutionalDocument', id.split('_')[1]!, { draftedById });
    expect(await step('leader-culture', 'approveDocument', id)).toMatchObject({
      __typename: 'TransitionError',
      rule: 'four-eyes',
    });
    await expect(
      changeRow(hub, 'InstitutionalDocument', id.split('_')[1]!, {
        draftedById: personId,
        approvedById: personId,
      }),
    ).rejects.toThrow('InstitutionalDocument_four_eyes');
  });

  test('issuing needs number, day and a file that exists', async () => {
    const id = await propose();
    const unsaid = { documentNumber: ' ' };
    expect(await step('party-affairs', 'issueInstitutionalDocument', id, unsaid)).toMatchObject({
      __typename: 'ValidationError',
      fieldErrors: [{ path: ['documentNumber'] }],
    });
    await changeRow(hub, 'InstitutionalDocument', id.split('_')[1]!, { status: 'APPROVED' });
    expect(
      await step('party-affairs', 'issueInstitutionalDocument', id, {
        fileId: 'StoredFile_00000000-0000-7000-8000-000000000000',
      }),
    ).toMatchObject({ __typename: 'NotFoundError' });
  });

  test('a consultation does not close before today, and a number is not entered past approval', async () => {
    const id = await propose();
    await step('party-affairs', 'startDraftingDocument', id);
    await addText(id, '正文');
    expect(
      await step('party-affairs', 'consultOnDocument', id, { closesOn: '2020-01-01' }),
    ).toMatchObject({ __typename: 'ValidationError', fieldErrors: [{ path: ['closesOn'] }] });
    expect(
      await step('party-affairs', 'addDocumentVersion', id, {
        reason: undefined,
        documentNumber: '1号',
      }),
    ).toMatchObject({ __typename: 'TransitionError', rule: 'issue-follows-approval' });
  });

  test('one of another bureau reads as missing on every step', async () => {
    const id = await propose();
    for (const name of NAMES) {
      const input = { expectedVersion: 1, ...inputOf(name) };
      const invisible = await run('model-party-affairs', name, { id, ...input });
      const missing = await run('model-party-affairs', name, {
        id: 'InstitutionalDocument_00000000-0000-7000-8000-000000000000',
        ...input,
      });
      expect(invisible).toMatchObject({ __typename: 'NotFoundError' });
      expect(invisible).toEqual(missing);
    }
  });

  test('random steps: the log rebuilds the status, allowedActions told the truth, refusals left no trace', async () => {
    const call = fc.tuple(fc.constantFrom(...PEOPLE), fc.constantFrom(...NAMES));
    // Half of the calls follow the table, so that a walk gets anywhere.
    const walks = fc.sample(fc.array(call, { minLength: 14, maxLength: 14 }), {
      seed: 20_261_123,
      numRuns: 3,
    });
    const reached = new Set<string>();
    for (const walk of walks) {
      const id = await propose();
      await addText(id, '正文');
      for (const [index, [login, drawn]] of walk.entries()) {
        const said = listAt(await read(id, login), 'allowedActions');
        const open = NAMES.filter((name) =>
          said.some((one) => at(one, 'action') === name && at(one, 'allowed') === true),
        );
        const name = index % 2 && open.length ? open[index % open.length]! : drawn;
        const before = [await read(id), await counts()];
        const result = await step(login, name, id);
        const isTaken = textAt(result, '__typename') === 'InstitutionalDocument';
        expect([login, name, isTaken]).toEqual([login, name, open.includes(name)]);
        if (!isTaken) expect([await read(id), await counts()]).toEqual(before);
        expect(at(await read(id), 'status')).toBe(await rebuildStatus(id));
        reached.add(textAt(await read(id), 'status'));
      }
    }
    expect(reached.size).toBeGreaterThan(5);
  }, 60_000);

  /** The status by the log alone: where it was added, then the table's steps in order. */
  async function rebuildStatus(id: string): Promise<string> {
    const events = await hub.db.event.findMany({
      where: { subjectType: 'InstitutionalDocument', subjectId: id.split('_')[1]! },
      orderBy: { id: 'asc' },
    });
    const steps = Object.values(DOCUMENT_STEPS);
    return events.reduce<string>((status, { type }) => {
      const taken = steps.find(({ event }) => event.type === type);
      if (taken && !(taken.from as readonly string[]).includes(status))
        throw new Error(`${type} does not follow ${status}`);
      return taken?.to ?? status;
    }, 'PROPOSED');
  }
});
