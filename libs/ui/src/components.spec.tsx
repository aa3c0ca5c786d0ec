import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  AppFrame,
  CompletionRate,
  createLanguage,
  DataTable,
  DemoTag,
  EmptyState,
  ErrorState,
  LanguageProvider,
  languageStorageKey,
  LoadingState,
  OverdueTag,
  StatusTag,
  ThemeProvider,
} from './index.ts';

afterEach(() => {
  cleanup();
  localStorage.clear();
});

function show(children: ReactNode) {
  render(
    <LanguageProvider i18n={createLanguage()}>
      <ThemeProvider>{children}</ThemeProvider>
    </LanguageProvider>,
  );
  return userEvent.setup();
}

describe('the frame', () => {
  const frame = (onNavigate = vi.fn()) => (
    <AppFrame
      appName="管理台"
      homeHref="/admin/items"
      navigation={[{ key: 'items', label: '问题台账', href: '/admin/items', icon: null }]}
      activeKey="items"
      onNavigate={onNavigate}
    >
      <StatusTag kind="ItemStatus" value="CLOSED" />
    </AppFrame>
  );

  it('speaks Chinese first, and English at one click, remembered for the next visit', async () => {
    const user = show(frame());
    expect(screen.getByText('已销号')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'English' }));
    expect(screen.getByText('Closed')).toBeTruthy();
    expect(localStorage.getItem(languageStorageKey)).toBe('en');
    expect(document.documentElement.lang).toBe('en');
  });

  it('goes dark when asked, and remembers it', async () => {
    const user = show(frame());
    await user.click(screen.getByRole('button', { name: '外观' }));
    await user.click(await screen.findByText('深色'));
    expect(document.documentElement.dataset['theme']).toBe('dark');
    expect(localStorage.getItem('taizhang.theme')).toBe('dark');
  });

  it('marks the current page and hands plain clicks to the app', async () => {
    const onNavigate = vi.fn();
    const user = show(frame(onNavigate));
    const link = screen.getByRole('link', { name: '问题台账' });
    expect(link.getAttribute('aria-current')).toBe('page');
    await user.click(link);
    expect(onNavigate).toHaveBeenCalledWith('/admin/items');
  });
});

describe('states', () => {
  it('offer to try again after an error, and name what was wrong', async () => {
    const retry = vi.fn();
    const user = show(
      <ErrorState
        error={{ message: '', graphQLErrors: [{ message: '查询过大 / The query is too large' }] }}
        onRetry={retry}
      />,
    );
    expect(within(screen.getByRole('alert')).getByText('查询过大')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: /重\s*试/ }));
    expect(retry).toHaveBeenCalledOnce();
  });

  it('tell a forbidden page from a broken one', () => {
    const error = {
      message: '',
      graphQLErrors: [{ message: 'x', extensions: { code: 'FORBIDDEN' } }],
    };
    show(<ErrorState error={error} onRetry={() => undefined} />);
    expect(screen.getByText('您没有查看这里的权限')).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('say that they load, and what to do when empty', () => {
    show(
      <>
        <LoadingState />
        <EmptyState title="没有问题">先导入通报</EmptyState>
      </>,
    );
    expect(screen.getByRole('status', { name: '正在加载' })).toBeTruthy();
    expect(screen.getByText('先导入通报')).toBeTruthy();
  });
});

describe('marks', () => {
  it('show a completion rate with its counts, and no rate of nothing', () => {
    show(
      <>
        <CompletionRate numerator={688} denominator={697} rate={688 / 697} />
        <CompletionRate numerator={0} denominator={0} rate={null} />
      </>,
    );
    expect(screen.getByText('98.71%')).toBeTruthy();
    expect(screen.getByText('已销号 688 / 应销号 697')).toBeTruthy();
    expect(screen.getByText('尚无可计算的问题')).toBeTruthy();
  });

  it('mark only demo data as such, and only what is late as late', () => {
    show(
      <>
        <DemoTag provenance="NOTICE" />
        <OverdueTag isOverdue={false} daysLate={null} />
        <DemoTag provenance="DEMO" />
        <OverdueTag isOverdue daysLate={3} />
      </>,
    );
    expect(screen.getAllByText('演示数据')).toHaveLength(1);
    expect(screen.getByText('逾期 3 天')).toBeTruthy();
  });

  it('show a status newer than this build by its code', () => {
    show(<StatusTag kind="ItemStatus" value="ARCHIVED" />);
    expect(screen.getByText('ARCHIVED')).toBeTruthy();
  });
});

describe('the table', () => {
  it('groups rows, and asks for the other direction on a second click', async () => {
    const onSort = vi.fn();
    const user = show(
      <DataTable
        label="表"
        columns={[{ key: 'name', title: '名称', sortKey: 'name', render: (row: string) => row }]}
        rows={['甲一', '甲二', '乙一']}
        rowKey={(row) => row}
        card={(row) => row}
        group={(row) => `组${row[0]}`}
        sort={{ key: 'name', descending: false }}
        onSort={onSort}
      />,
    );
    const table = screen.getByRole('table', { name: '表' });
    expect(
      within(table)
        .getAllByText(/^组/)
        .map((cell) => cell.textContent),
    ).toEqual(['组甲', '组乙']);
    expect(screen.getByRole('columnheader', { name: /名称/ }).getAttribute('aria-sort')).toBe(
      'ascending',
    );
    await user.click(screen.getByRole('button', { name: /名称/ }));
    expect(onSort).toHaveBeenCalledWith({ key: 'name', descending: true });
  });
});
