import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasBrowser, openBrowser, openPage, signInAs } from './open-browser.ts';
import { startBuiltHub, type BuiltHub } from './start-built-hub.ts';

describe.runIf(hasBrowser)('the pages are usable by everyone', () => {
  let hub: BuiltHub;
  let browser: Browser;

  beforeAll(async () => {
    [hub, browser] = await Promise.all([startBuiltHub(), openBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await hub?.stop();
  });

  test.each([
    '/admin/items',
    '/admin/items/new',
    '/admin/documents',
    '/admin/trainings',
    '/admin/rounds',
    '/admin/import',
    '/dashboard/',
  ])('%s has no violation that axe finds, light and dark', async (path) => {
    const { page, close } = await openPage(browser, hub.url);
    await signInAs(page, hub.url, path.endsWith('new') ? '巡察办登记人员' : '党群科科长');
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.goto(hub.url + path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa'])
        .analyze();
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
        colorScheme,
      ).toEqual([]);
    }
    await close();
  });
});
