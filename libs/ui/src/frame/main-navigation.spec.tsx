import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AppFrame, createLanguage, LanguageProvider, ThemeProvider } from '../index.ts';

const WIDTH = 100;
const NAMES = ['甲', '乙', '丙', '丁', '戊', '己', '庚'];

/** A browser's layout: every entry and "more" are as wide, in a row; an entry that is hidden takes no room. */
function layOut(room: number) {
  vi.stubGlobal(
    'ResizeObserver',
    class {
      readonly tell: () => void;
      constructor(tell: () => void) {
        this.tell = tell;
      }
      observe() {
        this.tell();
      }
      disconnect() {}
    },
  );
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(room);
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    const row = [...(this.parentElement?.children ?? [])].filter((one) => !isHidden(one));
    const before = this.tagName === 'NAV' ? 0 : row.indexOf(this);
    return new DOMRect(before * WIDTH, 0, isHidden(this) ? 0 : WIDTH, 40);
  });
}

const isHidden = (element: Element) => element instanceof HTMLElement && element.hidden;

function show(count: number, activeKey = '甲') {
  const onNavigate = vi.fn();
  render(
    <LanguageProvider i18n={createLanguage()}>
      <ThemeProvider>
        <AppFrame
          appName="管理台"
          homeHref="/"
          navigation={NAMES.slice(0, count).map((name) => ({
            key: name,
            label: name,
            href: `/${name}`,
            icon: null,
          }))}
          activeKey={activeKey}
          onNavigate={onNavigate}
        >
          <button type="button">正文</button>
        </AppFrame>
      </ThemeProvider>
    </LanguageProvider>,
  );
  const navigation = screen.getByRole('navigation', { name: '主导航' });
  return {
    user: userEvent.setup(),
    onNavigate,
    shown: () =>
      within(navigation)
        .queryAllByRole('link')
        .map((link) => link.textContent),
    more: () => within(navigation).queryByRole('button', { name: '更多' }),
  };
}

beforeEach(() => localStorage.clear());
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  document.head.querySelector('style[data-test]')?.remove();
});

describe('the navigation', () => {
  it('shows every entry where all have room, and no "more"', () => {
    layOut(7 * WIDTH);
    const { shown, more } = show(7);
    expect(shown()).toEqual(NAMES);
    expect(more()).toBeNull();
  });

  it('keeps room for "more" itself where not all have room', () => {
    layOut(7 * WIDTH - 1);
    expect(show(7).shown()).toEqual(NAMES.slice(0, 5));
  });

  it('opens the rest at a click, and leads to one of them', async () => {
    layOut(4 * WIDTH);
    const { user, shown, more, onNavigate } = show(7);
    expect(shown()).toEqual(['甲', '乙', '丙']);
    await user.click(more()!);
    expect(more()!.getAttribute('aria-expanded')).toBe('true');
    expect(shown()).toEqual(NAMES);
    await user.click(screen.getByRole('link', { name: '庚' }));
    expect(onNavigate).toHaveBeenCalledWith('/庚');
    expect(shown()).toEqual(['甲', '乙', '丙']);
  });

  it('closes at Escape, giving the focus back, and at a click or a focus elsewhere', async () => {
    layOut(4 * WIDTH);
    const { user, more } = show(7);
    const isOpen = () => more()!.getAttribute('aria-expanded');
    await user.click(more()!);
    await user.tab();
    await user.keyboard('{Escape}');
    expect(isOpen()).toBe('false');
    expect(document.activeElement).toBe(more());
    await user.click(more()!);
    await user.click(screen.getByRole('main'));
    expect(isOpen()).toBe('false');
    await user.click(more()!);
    screen.getByRole('button', { name: '正文' }).focus();
    await expect.poll(isOpen).toBe('false');
  });

  it('marks "more" while the current page is behind it, and the page in the list', async () => {
    layOut(4 * WIDTH);
    const { user, more } = show(7, '己');
    expect(more()!.className).toContain('current');
    await user.click(more()!);
    expect(screen.getByRole('link', { name: '己' }).getAttribute('aria-current')).toBe('page');
  });

  it.each([
    [5, ['甲', '乙', '丙', '丁', '戊']],
    [6, ['甲', '乙', '丙', '丁']],
  ])('holds five in the bar of a phone: of %i it shows %j', (count, expected) => {
    const style = document.createElement('style');
    style.dataset['test'] = '';
    style.textContent = '.tz-nav { position: fixed; }';
    document.head.append(style);
    layOut(WIDTH);
    const { shown, more } = show(count);
    expect(shown()).toEqual(expected);
    expect(more() === null).toBe(count === 5);
  });
});
