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
    ['党群科科长', '/admin/work'],
    ['党群科科长', '/admin/items'],
    ['党群科科长', '/admin/items', 'a[href*="/items/RectificationItem"]'],
    ['巡察办登记人员', '/admin/items/new'],
    ['党群科科长', '/admin/documents'],
    ['党群科科长', '/admin/documents', 'a[href*="/documents/InstitutionalDocument"]'],
    ['党群科科长', '/admin/trainings'],
    ['党群科科长', '/admin/trainings/plan'],
    ['党群科科长', '/admin/registers'],
    ['党群科科长', '/admin/registers', 'a[href*="/registers/Register"]'],
    ['党群科科长', '/admin/mechanisms'],
    ['党群科科长', '/admin/mechanisms/calendar'],
    ['党群科科长', '/admin/mechanisms', 'a[href*="/mechanisms/StandingMechanism"]'],
    ['党群科科长', '/admin/rounds'],
    ['党群科科长', '/admin/rounds', 'a[href*="/rounds/InspectionRound"]'],
    ['党群科科长', '/admin/biweekly'],
    ['党群科科长', '/admin/biweekly', 'a[href*="/biweekly/BiweeklyReport"]'],
    ['党群科科长', '/admin/biweekly/compare'],
    ['党群科科长', '/admin/search?q=学习'],
    ['党群科科长', '/admin/import'],
    ['党群科科长', '/admin/account'],
    ['安全管理员', '/admin/people'],
    ['安全管理员', '/admin/people', 'a[href*="/people/Person"]'],
    ['安全管理员', '/admin/api-clients'],
    ['审计管理员', '/admin/audit'],
    ['党群科科长', '/dashboard/'],
  ])('%s finds no violation on %s %s, light and dark', async (post, path, link = '') => {
    const { page, close } = await openPage(browser, hub.url);
    await signInAs(page, hub.url, post);
    await page.goto(hub.url + path);
    if (link) {
      await page.locator('#main').locator(link).first().click();
      await page.waitForURL((url) => !url.pathname.endsWith(path));
    }
    for (const colorScheme of ['light', 'dark'] as const) {
      // Loaded anew: colours on their way from light to dark have neither's contrast.
      await page.emulateMedia({ colorScheme });
      await page.reload();
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.waitForLoadState('networkidle');
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
