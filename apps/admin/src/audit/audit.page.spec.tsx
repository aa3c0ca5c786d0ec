import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { page } from '../testing/records.ts';
import { renderAdmin, type Answer, type Answers } from '../testing/render-admin.tsx';

const event = {
  __typename: 'AuditEvent',
  id: '41',
  occurredAt: '2026-03-02T01:00:00.000Z',
  kind: 'CHANGE',
  words: '编辑问题 / Item edited',
  subjectType: 'RectificationItem',
  subjectId: 'RectificationItem_1',
  subjectVersion: 3,
  actorName: '党群科科长',
  address: '198.51.100.7',
  changedFields: ['dueOn', 'title'],
  isRedacted: true,
  reason: null,
  before: null,
  after: null,
};
const exported = {
  ...event,
  id: '42',
  kind: 'EXPORT',
  words: '导出 / Exported',
  subjectType: 'Export',
  changedFields: ['scope'],
  isRedacted: false,
  after: { scope: '2025 MH-WL' },
};
const check = (fields: object): Answer => ({
  data: {
    auditChain: {
      __typename: 'AuditChainCheck',
      state: 'WHOLE',
      checkedThrough: 120,
      endPosition: 120,
      endHash: 'ab12',
      firstBad: null,
      ...fields,
    },
  },
});
const log: Answers = {
  AdminAuditPage: { data: { auditEvents: page('AuditEvent', [exported, event]) } },
};
const open = (answers: Answers = log, path = '/audit') =>
  renderAdmin({ path, answers, may: ['auditEvents'] });

describe('the audit log', () => {
  it('is neither offered nor opened to anybody else', async () => {
    const { sent } = renderAdmin({ path: '/audit', answers: log });
    expect(await screen.findByText('您没有查看这里的权限')).toBeTruthy();
    expect(screen.queryByRole('link', { name: '审计日志' })).toBeNull();
    expect(sent.map(({ name }) => name)).not.toContain('AdminAuditPage');
  });

  it('shows one event: of the ledger the changed fields, of an export what it was', async () => {
    const { user } = open();
    await user.click((await screen.findAllByRole('button', { name: '编辑问题' }))[0]!);
    const drawer = await screen.findByRole('dialog');
    expect(within(drawer).getByText('dueOn, title')).toBeTruthy();
    expect(within(drawer).getByText(/台账内容不在审计日志中显示/)).toBeTruthy();
    expect(within(drawer).queryByText('变更前')).toBeNull();
    await user.click(within(drawer).getByRole('button', { name: /close|关闭/i }));
    await user.click(screen.getAllByRole('button', { name: '导出' })[0]!);
    expect(await screen.findByText(/"scope": "2025 MH-WL"/)).toBeTruthy();
  });

  it('asks the hub for what the address says, days being China’s', async () => {
    const { sent } = open(
      { AdminAuditPage: { data: { auditEvents: page('AuditEvent', []) } } },
      '/audit?kind=SIGN_IN&from=2026-03-01&to=2026-03-01&text=198.51.100.7&actor=Person_1&type=SIGNED_IN',
    );
    expect(await screen.findByText('没有符合条件的事件')).toBeTruthy();
    const { variables } = sent.find(({ name }) => name === 'AdminAuditPage')!;
    expect(variables['filter']).toEqual({
      kind: ['SIGN_IN'],
      type: ['SIGNED_IN'],
      actorId: ['Person_1'],
      address: '198.51.100.7',
      from: '2026-02-28T16:00:00.000Z',
      to: '2026-03-01T16:00:00.000Z',
    });
  });

  it('tells when the hub refuses or does not answer', async () => {
    open({ AdminAuditPage: 'unreachable' });
    expect(await screen.findByRole('button', { name: /重\s?试/ })).toBeTruthy();
  });

  it('checks the chain stretch by stretch and names its end', async () => {
    const { user, sent } = open({
      ...log,
      AdminCheckChain: ({ after }) =>
        after === 0 ? check({ state: 'UNFINISHED', checkedThrough: 100 }) : check({}),
    });
    await user.click(await screen.findByRole('button', { name: /核\s?验/ }));
    expect(await screen.findByText('完整：120 个事件均未被改动或删除')).toBeTruthy();
    expect(screen.getByText(/链尾 120:ab12/)).toBeTruthy();
    const asked = sent.filter(({ name }) => name === 'AdminCheckChain');
    expect(asked.map(({ variables }) => variables['after'])).toEqual([0, 100]);
  });

  it('names the first bad row', async () => {
    const firstBad = {
      __typename: 'AuditChainBreak',
      position: 7,
      eventId: '41',
      message: '事件内容被改动 / The event is not what was written',
    };
    const { user } = open({
      ...log,
      AdminCheckChain: check({ state: 'BROKEN', checkedThrough: 6, firstBad }),
    });
    await user.click(await screen.findByRole('button', { name: /核\s?验/ }));
    expect(await screen.findByText('断裂：第 7 环，事件 41')).toBeTruthy();
    expect(screen.getByText('事件内容被改动')).toBeTruthy();
  });

  it('can be stopped', async () => {
    const { user } = open({
      ...log,
      AdminCheckChain: ({ after }) =>
        after === 0 ? check({ state: 'UNFINISHED', checkedThrough: 100 }) : 'pending',
    });
    await user.click(await screen.findByRole('button', { name: /核\s?验/ }));
    expect(await screen.findByText('已核 100 / 120 环')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: /停\s?止/ }));
    expect(await screen.findByText('已停止：前 100 环完整')).toBeTruthy();
  });

  it('shows what the nightly check found, and which place the anchors do not reach', async () => {
    const watch = {
      __typename: 'AuditWatch',
      ...{ checkedAt: '2026-03-02T19:00:00.000Z', checkedEvents: 120, checkedRows: 80 },
      faults: [{ __typename: 'AuditFault', fault: 'ROW_CHANGED', place: 'Person_1' }],
      ...{ anchoredAt: '2026-03-02T19:10:00.000Z', anchoredTo: 120 },
      places: [
        { __typename: 'AuditAnchorPlace', name: 'file', lastAt: null, error: null },
        { __typename: 'AuditAnchorPlace', name: 'syslog a:1', lastAt: null, error: 'ECONNREFUSED' },
      ],
    };
    open({ ...log, AdminAuditWatch: { data: { auditWatch: watch } } });
    expect(await screen.findByText(/发现 1 项异常/)).toBeTruthy();
    expect(screen.getByText('Person_1')).toBeTruthy();
    expect(screen.getByText('未能送达 syslog a:1：ECONNREFUSED')).toBeTruthy();
    expect(screen.queryByText(/未能送达 file/)).toBeNull();
  });
});
