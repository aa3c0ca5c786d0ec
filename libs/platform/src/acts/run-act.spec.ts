import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeOnEachDatabase, openTestDatabase, type TestDatabase } from '../testing/index.ts';
import { newKey } from '../index.ts';
import { writeChanges } from '../changes/write-changes.ts';
import { jobRunner } from '../jobs/run-jobs.ts';
import { bilingual, defineEvents } from '../rules/index.ts';
import { beginAct } from './begin-act.ts';
import { defineAct } from './define-act.ts';
import { goOnWithActs } from './go-on-with-acts.ts';
import { changeStep, createStep } from './plan-steps.ts';
import { planUndo } from './plan-undo.ts';
import type { ActResult, RowStep } from './row-step.type.ts';
import { runAct } from './run-act.ts';

const words = bilingual('试', 'test');
const EVENTS = defineEvents({
  ORGANIZATION_ADDED: { subject: 'Organization', words },
  ORGANIZATION_EDITED: { subject: 'Organization', words },
  ORGANIZATION_REMOVED: { subject: 'Organization', words },
});
const { command } = defineAct({ command: 'fillInATest', places: () => null, refusal: words });
const NOW = new Date('2026-03-02T01:00:00Z');
const now = () => NOW;
const CALLER = {
  key: 'person:test',
  name: '试',
  personId: null,
  isDemo: false,
  organizationId: newKey(),
  grants: [],
};
const BY = { caller: null, now: NOW, address: null };

describeOnEachDatabase('a long act', (kind) => {
  let opened: TestDatabase;
  let root: { id: string; path: string };
  let count = 0;
  beforeAll(async () => {
    opened = await openTestDatabase(kind);
    root = await write(({ create }) =>
      create(EVENTS.ORGANIZATION_ADDED, { code: 'D', name: 'D', kind: 'DISTRICT', path: 'D/' }),
    );
  });
  afterAll(() => opened.close());

  const write = <Result>(work: Parameters<typeof writeChanges<Result>>[2]) =>
    writeChanges(opened.db, BY, work);
  const bureau = (code = `B${++count}`) => ({
    id: newKey(),
    code,
    name: code,
    kind: 'BUREAU' as const,
    parentId: root.id,
    path: `D/${code}/`,
  });
  const bureaus = (many: number) =>
    Array.from({ length: many }, () => createStep(EVENTS.ORGANIZATION_ADDED, bureau()));
  async function begin(steps: readonly RowStep[], more: object = {}): Promise<string> {
    const id = newKey();
    const about = { id, kind: 'IMPORT', command, caller: CALLER, address: null, now: NOW } as const;
    await opened.db.$transaction((tx) =>
      beginAct(tx, { ...about, organizationId: root.id, steps, ...more }),
    );
    return id;
  }
  const readAct = async (id: string) => {
    const { result, ...act } = await opened.db.act.findUniqueOrThrow({ where: { id } });
    return { ...act, result: result as unknown as ActResult };
  };
  const eventsOf = (actId: string) =>
    opened.db.event.findMany({ where: { actId }, orderBy: { id: 'asc' } });
  const run = (id: string, signal?: AbortSignal) =>
    runAct(opened.db, id, { now, ...(signal && { signal }) });
  const idsOf = (steps: readonly RowStep[]) =>
    steps.map((step) => (step.write === 'create' ? step.row['id'] : step.id));

  test('lets others write in between its batches', async () => {
    const id = await begin(bureaus(500));
    let isOver = false;
    const running = run(id).finally(() => (isOver = true));
    const others: string[] = [];
    while (!isOver) {
      const row = bureau();
      await write(({ create }) => create(EVENTS.ORGANIZATION_ADDED, row));
      if (!isOver) others.push(row.id);
      await setTimeout(20);
    }
    await running;
    expect(others.length).toBeGreaterThan(1);
    const own = await eventsOf(id);
    expect(own).toHaveLength(500);
    const [first, last] = [own[0]!.id, own.at(-1)!.id];
    const between = await opened.db.event.count({
      where: { subjectId: { in: others }, id: { gt: first, lt: last } },
    });
    expect(between).toBeGreaterThan(0);
    expect(await readAct(id)).toMatchObject({
      status: 'DONE',
      stepsDone: 500,
      result: { created: 500, left: [] },
    });
  });

  test('does each step once when several work on it, and goes on where one was killed', async () => {
    const steps = bureaus(300);
    const id = await begin(steps);
    const kill = new AbortController();
    const killed = run(id, kill.signal);
    while ((await readAct(id)).stepsDone === 0) await setTimeout(5);
    kill.abort();
    await killed;
    await Promise.all([run(id), run(id), run(id)]);
    const written = (await eventsOf(id)).map(({ subjectId }) => subjectId);
    expect(written).toEqual(idsOf(steps));
    expect(await readAct(id)).toMatchObject({ status: 'DONE', stepsDone: 300 });
  });

  test('is taken up by any hub after a while, when nobody has finished it', async () => {
    const id = await begin(bureaus(3));
    let at = NOW;
    const hub = jobRunner(opened.db, [goOnWithActs as never], {
      now: () => at,
      onError: (_job, error) => expect.unreachable(String(error)),
    });
    await hub.runDue();
    expect((await readAct(id)).status).toBe('RUNNING');
    at = new Date(NOW.getTime() + 60_000);
    await hub.runDue();
    expect(await readAct(id)).toMatchObject({ status: 'DONE', stepsDone: 3 });
    expect((await eventsOf(id)).map(({ actorName }) => actorName)).toEqual(['试', '试', '试']);
  });

  test('leaves a row that moved on, or that cannot be, and tells why', async () => {
    const [moved, taken] = await write(({ createMany }) =>
      createMany(EVENTS.ORGANIZATION_ADDED, [bureau(), bureau('TAKEN')]),
    );
    const orphan = { ...bureau(), parentId: newKey() };
    const steps = [
      ...bureaus(30),
      changeStep(EVENTS.ORGANIZATION_EDITED, moved!, { name: '导入' }),
      changeStep(EVENTS.ORGANIZATION_EDITED, taken!, { name: '改名' }),
      createStep(EVENTS.ORGANIZATION_ADDED, bureau('TAKEN')),
      createStep(EVENTS.ORGANIZATION_ADDED, orphan),
      ...bureaus(30),
    ];
    const id = await begin(steps);
    await write(({ change }) => change(EVENTS.ORGANIZATION_EDITED, moved!, { name: '别人' }));
    await run(id);
    const { status, result } = await readAct(id);
    expect(status).toBe('DONE');
    expect(result).toMatchObject({ created: 60, changed: 1, removed: 0 });
    expect(result.left).toEqual([
      {
        subject: 'Organization',
        id: moved!.id,
        label: moved!.code,
        reason: '此后有人改过 / Somebody changed it since',
      },
      expect.objectContaining({
        label: 'TAKEN',
        reason: expect.stringMatching(/exists|already/) as string,
      }),
      expect.objectContaining({
        id: orphan.id,
        reason: expect.stringMatching(/belongs to/) as string,
      }),
    ]);
    const stored = await opened.db.organization.findUniqueOrThrow({ where: { id: moved!.id } });
    expect(stored.name).toBe('别人');
  });

  test('is taken back newest first, with what it removed made again', async () => {
    const [kept, doomed] = await write(({ createMany }) =>
      createMany(EVENTS.ORGANIZATION_ADDED, [bureau(), bureau()]),
    );
    const parent = bureau();
    const child = { ...bureau(), parentId: parent.id };
    const id = await begin([
      createStep(EVENTS.ORGANIZATION_ADDED, parent),
      createStep(EVENTS.ORGANIZATION_ADDED, child),
      changeStep(EVENTS.ORGANIZATION_EDITED, kept!, {
        name: '长'.repeat(3_000),
        parentId: child.id,
      }),
      {
        write: 'remove',
        event: EVENTS.ORGANIZATION_REMOVED.type,
        subject: 'Organization',
        id: doomed!.id,
        version: 1,
      },
    ]);
    await run(id);
    expect(await opened.db.organization.count({ where: { id: doomed!.id } })).toBe(0);
    const steps = await opened.db.$transaction((tx) => planUndo(tx, id));
    const undoId = await begin(steps, { kind: 'UNDO', undoes: id });
    await run(undoId);
    expect(await readAct(undoId)).toMatchObject({
      status: 'DONE',
      result: { created: 1, changed: 1, removed: 2, left: [] },
    });
    expect((await readAct(id)).status).toBe('UNDONE');
    const now = await opened.db.organization.findMany({
      where: { id: { in: [kept!.id, doomed!.id, parent.id, child.id] } },
      orderBy: { id: 'asc' },
      select: { id: true, name: true, parentId: true, code: true },
    });
    expect(now).toEqual(
      [kept!, doomed!].map(({ id, name, parentId, code }) => ({ id, name, parentId, code })),
    );
  });
});
