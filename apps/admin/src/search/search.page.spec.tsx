import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { ledgerRow, page } from '../testing/records.ts';
import { renderAdmin, type Answer } from '../testing/render-admin.tsx';

const measure = {
  __typename: 'SearchHit',
  kind: 'CORRECTIVE_MEASURE',
  title: '<b>修订</b>财务管理办法',
  highlights: [
    {
      __typename: 'SearchHighlight',
      field: 'TITLE',
      text: '<b>修订</b>财务管理办法',
      ranges: [{ __typename: 'TextRange', start: 9, end: 13 }],
    },
    {
      __typename: 'SearchHighlight',
      field: 'PROGRESS',
      text: '已报财务管理科',
      ranges: [{ __typename: 'TextRange', start: 2, end: 6 }],
    },
  ],
  record: {
    __typename: 'CorrectiveMeasure',
    id: 'CorrectiveMeasure_1',
    measureStatus: 'ACCEPTED',
    item: { __typename: 'RectificationItem', id: 'RectificationItem_1', code: 'MH-WL-2024-1.1' },
  },
};

const found = (nodes: object[], more: object = {}): Answer => ({
  data: {
    search: {
      __typename: 'SearchConnection',
      foundCount: nodes.length,
      isComplete: true,
      pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
      edges: nodes.map((node) => ({ __typename: 'SearchEdge', node })),
      ...more,
    },
  },
});

describe('searching across the records', () => {
  it('marks what was found, shows markup as text and leads to the item', async () => {
    renderAdmin({ path: '/search?q=财务管理', answers: { AdminSearchPage: found([measure]) } });
    const [mark] = await screen.findAllByText('财务管理', { selector: 'mark' });
    const link = mark!.closest('a');
    expect(link?.textContent).toBe('<b>修订</b>财务管理办法');
    expect(link?.getAttribute('href')).toBe('/items/RectificationItem_1');
    expect(screen.getByText('完成情况')).toBeTruthy();
    expect(screen.getByRole('status').textContent).toBe('找到 1 条');
  });

  it('narrows to a kind in the address', async () => {
    const { user, sent, router } = renderAdmin({
      path: '/search?q=财务管理',
      answers: { AdminSearchPage: found([measure]) },
    });
    await user.click(
      await screen.findByText('制度文件', { selector: '.ant-segmented-item-label' }),
    );
    expect(router.state.location.search).toContain('kind=INSTITUTIONAL_DOCUMENT');
    expect(sent.at(-1)?.variables['kinds']).toEqual(['INSTITUTIONAL_DOCUMENT']);
  });

  it('pages forward by the cursor of the hub', async () => {
    const { user, sent } = renderAdmin({
      path: '/search?q=财务',
      answers: {
        AdminSearchPage: found([measure], {
          foundCount: 1000,
          pageInfo: { __typename: 'PageInfo', hasNextPage: true, endCursor: 'cursor-1' },
        }),
      },
    });
    await user.click(await screen.findByRole('button', { name: '下一页' }));
    expect(sent.at(-1)?.variables['after']).toBe('cursor-1');
    expect(screen.getByText('找到 1,000 条以上')).toBeTruthy();
  });

  it('asks for nothing before something is typed', async () => {
    const { sent } = renderAdmin({ path: '/search', answers: {} });
    expect(await screen.findByText('输入要查找的内容')).toBeTruthy();
    expect(sent.map(({ name }) => name)).not.toContain('AdminSearchPage');
  });

  it('says when nothing was found, and when records still wait to be indexed', async () => {
    renderAdmin({
      path: '/search?q=鸬鹚',
      answers: { AdminSearchPage: found([], { isComplete: false }) },
    });
    expect(await screen.findByText('没有找到')).toBeTruthy();
    expect(screen.getByText('部分记录仍在建立索引，稍后再查会更完整。')).toBeTruthy();
  });

  it('shows why a search failed', async () => {
    renderAdmin({ path: '/search?q=财务', answers: { AdminSearchPage: 'unreachable' } });
    expect(await screen.findByRole('button', { name: /重\s?试/ })).toBeTruthy();
  });

  it('begins at "/" from any page and opens the results with Enter', async () => {
    const { user, router } = renderAdmin({
      path: '/items',
      answers: {
        AdminItemsPage: { data: { rectificationItems: page('RectificationItem', [ledgerRow]) } },
        AdminSearchPage: found([measure]),
      },
    });
    await screen.findAllByText(ledgerRow.title);
    await user.keyboard('/财务{Enter}');
    expect(await screen.findAllByText('财务管理', { selector: 'mark' })).toHaveLength(2);
    expect(router.state.location.pathname).toBe('/search');
    expect(new URLSearchParams(router.state.location.search).get('q')).toBe('财务');
  });
});
