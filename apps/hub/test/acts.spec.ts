import { randomUUID } from 'node:crypto';
import { demoId } from '@taizhang/demo';
import { describeOnEachDatabase } from '@taizhang/platform/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Client } from './harness/client.ts';
import { importText, noticeOf } from './harness/import-notice.ts';
import { changeRow } from './harness/put-rows.ts';
import { at, listAt, textAt } from './harness/read.ts';
import { runMutation } from './harness/run-mutation.ts';
import { startTestHub, type TestHub } from './harness/test-hub.ts';

const ACTS = `query ($filter: ActFilter, $first: Int, $after: String) {
  acts(filter: $filter, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor } nodes { id kind status startedByName resultUrl progress { done total } }
  }
}`;

describeOnEachDatabase('long acts', (kind) => {
  let hub: TestHub;
  let first: unknown;
  let second: unknown;
  let undone: unknown;
  beforeAll(async () => {
    hub = await startTestHub(kind);
    const text = noticeOf(2);
    first = await importText(hub.automation, text);
    // What the life cycle closes comes back as refused, what is changed since as left.
    const [closed, changed] = await hub.db.rectificationItem.findMany({
      where: { roundId: textAt(first, 'round.id').split('_')[1]! },
      orderBy: { ordinal: 'asc' },
    });
    await changeRow(hub, 'RectificationItem', closed!.id, { status: 'WITHDRAWN' });
    second = await importText(hub.automation, text.replaceAll('不到位', '=走了样'));
    await changeRow(hub, 'RectificationItem', changed!.id, { description: '后来补充' });
    const { id } = at(second, 'act') as { id: string };
    undone = await runMutation(hub.automation, 'undoAct', { id }, 'Act { id status resultUrl }');
  });
  afterAll(() => hub.stop());

  const idsOf = (data: unknown) => listAt(data, 'acts.nodes').map((act) => at(act, 'id'));
  const list = async (client: Client, variables: object = {}) =>
    (await client.query(ACTS, { ...variables })).data;
  const resultOf = async (act: unknown, client: Client = hub.automation) => {
    const response = await client.fetch(textAt(act, 'resultUrl'));
    return { response, text: Buffer.from(await response.arrayBuffer()).toString() };
  };

  test('are listed newest first, by kind and status, page by page', async () => {
    const acts = [undone, at(second, 'act'), at(first, 'act')].map((act) => textAt(act, 'id'));
    expect(idsOf(await list(hub.automation))).toEqual(acts);
    expect(idsOf(await list(hub.automation, { filter: { kind: ['IMPORT'] } }))).toEqual(
      acts.slice(1),
    );
    expect(idsOf(await list(hub.automation, { filter: { status: ['UNDONE'] } }))).toEqual([
      acts[1],
    ]);
    expect(idsOf(await list(hub.automation, { filter: { status: ['RUNNING'] } }))).toEqual([]);
    const page = await list(hub.automation, { first: 1 });
    expect(at(page, 'acts.totalCount')).toBe(3);
    const after = at(page, 'acts.pageInfo.endCursor');
    expect(idsOf(await list(hub.automation, { first: 1, after }))).toEqual([acts[1]]);
  });

  test('are shown to who began them, and to who could have there, as `act` does', async () => {
    const inspection = await hub.signInAs('inspection-register');
    const ofOthers = await list(inspection);
    for (const login of ['party-affairs', 'viewer', 'admin'] as const) {
      const other = await hub.signInAs(login);
      expect([login, idsOf(await list(other))]).toEqual([login, []]);
      expect(
        (await resultOf(at(await list(hub.automation), 'acts.nodes.0'), other)).response.status,
      ).toBe(404);
    }
    for (const act of listAt(ofOthers, 'acts.nodes')) {
      const { data } = await inspection.query('query ($id: ID!) { act(id: $id) { id } }', {
        id: at(act, 'id'),
      });
      expect(at(data, 'act.id')).toBe(at(act, 'id'));
    }
    const party = await hub.signInAs('party-affairs');
    const { code } = await hub.db.organization.findUniqueOrThrow({
      where: { id: demoId('organization', 'WL') },
    });
    const own = await importText(party, noticeOf(1, '区文化和旅游局'), { organizationCode: code });
    expect(listAt(await list(party), 'acts.nodes')).toMatchObject([
      { id: textAt(own, 'act.id'), startedByName: '党群科科长' },
    ]);
    expect(at(await list(hub.automation, { first: 1 }), 'acts.nodes.0.startedByName')).toBe(
      '党群科科长',
    );
    expect(listAt(await list(hub.automation), 'acts.nodes').at(-1)).toMatchObject({
      startedByName: null,
    });
    expect((await resultOf(at(await list(party), 'acts.nodes.0'), party)).response.status).toBe(
      200,
    );
  });

  test('keep a result, row by row, as CSV that spreadsheets read as text', async () => {
    const nodes = listAt(
      await list(hub.automation, { filter: { kind: ['IMPORT'] } }),
      'acts.nodes',
    );
    const [again, begun] = nodes.slice(-2);
    const { response, text } = await resultOf(begun);
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="result-/);
    expect(text.startsWith('\uFEFF"结果 / Outcome"')).toBe(true);
    const lines = text.trimEnd().split('\r\n');
    const events = await hub.db.event.count({
      where: { actId: textAt(begun, 'id').split('_')[1]! },
    });
    expect(lines).toHaveLength(events + 1);
    expect(lines.filter((line) => line.includes('"RectificationItem"'))).toHaveLength(2);
    const changed = (await resultOf(again)).text;
    expect(changed).toMatch(
      /^"改动 \/ Changed","RectificationItem","RectificationItem_[^"]+",".*走了样"/m,
    );
    expect(changed).toMatch(
      /^"未写入 \/ Left as it is","RectificationItem","",".*[^"]+","","",".* \/ .*"/m,
    );
    const ofUndo = (await resultOf(undone)).text;
    expect(ofUndo).toContain('此后有人改过 / Somebody changed it since');
    expect(
      await hub.db.event.count({ where: { type: 'ACT_RESULT_DOWNLOADED', kind: 'READ' } }),
    ).toBeGreaterThanOrEqual(3);
  });

  test('are missing for nobody, for what is no act, and for another method', async () => {
    const url = textAt(undone, 'resultUrl');
    expect((await hub.anonymous.fetch(url)).status).toBe(404);
    expect((await hub.automation.fetch(`/acts/${randomUUID()}/result.csv`)).status).toBe(404);
    expect((await hub.automation.fetch('/acts/x/result.csv')).status).toBe(404);
    expect((await hub.automation.fetch(url, { method: 'DELETE' })).status).toBe(404);
  });
});
