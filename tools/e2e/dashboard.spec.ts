import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasBrowser, openBrowser, openPage, signInAs } from './open-browser.ts';
import { startBuiltHub, type BuiltHub } from './start-built-hub.ts';

describe.runIf(hasBrowser)('the dashboard in a browser', () => {
  let hub: BuiltHub;
  let browser: Browser;

  beforeAll(async () => {
    [hub, browser] = await Promise.all([startBuiltHub(), openBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await hub?.stop();
  });

  test('shows the completion rate with its numerator and denominator, and each number opens its rows', async () => {
    const { page, problems, close } = await openPage(browser, hub.url);
    await signInAs(page, hub.url, '党群科科长');
    await page.goto(`${hub.url}/dashboard/`);
    await page.getByText('54.5').waitFor();
    await page.getByRole('link', { name: /逾期/ }).first().click();
    await page.waitForURL(/\/dashboard\/items\?/);
    await page.getByText('MH-WL-2024-3.2').first().waitFor();
    await page.getByText('MH-WL-2024-4.1').first().waitFor();
    expect(await page.getByText(/^MH-WL-2024-/).count()).toBe(2);
    await page.goBack();
    await page.getByText('54.5').waitFor();
    expect(problems).toEqual([]);
    await close();
  });

  test('works on a phone without scrolling sideways', async () => {
    const { page, close } = await openPage(browser, hub.url);
    await signInAs(page, hub.url, '区级看板浏览者');
    await page.setViewportSize({ width: 390, height: 844 });
    for (const path of ['/dashboard/', '/admin/items']) {
      await page.goto(hub.url + path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      // What is still loading may be wider for a moment.
      const overflow = () =>
        page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
      await expect.poll(overflow, { message: path, timeout: 10_000 }).toBeLessThanOrEqual(0);
    }
    await close();
  });
});
