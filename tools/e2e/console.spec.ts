import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasBrowser, openBrowser, openPage, signInAs } from './open-browser.ts';
import { startBuiltHub, type BuiltHub } from './start-built-hub.ts';

describe.runIf(hasBrowser)('the admin console in a browser', () => {
  let hub: BuiltHub;
  let browser: Browser;

  beforeAll(async () => {
    [hub, browser] = await Promise.all([startBuiltHub(), openBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await hub?.stop();
  });

  /** Opens the item whose title contains the words. */
  async function openItem(page: Page, words: string) {
    await page.goto(`${hub.url}/admin/items`);
    await page.getByRole('link', { name: words }).first().click();
    await page.getByRole('heading', { name: words }).waitFor();
  }

  test('the party-affairs section sees the whole ledger, filters it and finds what is overdue', async () => {
    const { page, problems, close } = await openPage(browser, hub.url);
    await signInAs(page, hub.url, '党群科科长');
    await page.goto(`${hub.url}/admin/items`);
    await page.getByText('共 11 条').waitFor();
    await page.getByText('只看逾期').click();
    await page.getByText('共 2 条').waitFor();
    expect(page.url()).toContain('overdue=true');
    expect(problems).toEqual([]);
    await close();
  });

  test('the day begins with what waits, and a row leads to where it is dealt with', async () => {
    const { page, problems, close } = await openPage(browser, hub.url);
    await signInAs(page, hub.url, '中心联络员');
    await page.getByRole('heading', { name: '我的工作' }).waitFor();
    const returned = page.getByRole('region', { name: '退回的措施' });
    await returned.getByRole('link').first().click();
    await page.getByRole('button', { name: '提交完成情况' }).first().waitFor();
    expect(problems).toEqual([]);
    await close();
  });

  test('a section contact sees the items of its unit only', async () => {
    const { page, close } = await openPage(browser, hub.url);
    await signInAs(page, hub.url, '区博物馆联络员');
    await page.goto(`${hub.url}/admin/items`);
    const total = await page.getByText(/^共 \d+ 条$/).textContent();
    expect(Number(/\d+/.exec(total ?? '')?.[0])).toBeLessThan(11);
    await close();
  });

  test('a contact reports a returned measure and the section accepts it, each seeing who did what', async () => {
    const contact = await openPage(browser, hub.url);
    await signInAs(contact.page, hub.url, '中心联络员');
    await openItem(contact.page, '公共文化服务能级');
    await contact.page.getByRole('button', { name: '提交完成情况' }).last().click();
    await contact.page.getByRole('dialog').getByRole('textbox').first().fill('两家单位计划已补齐');
    await contact.page
      .getByRole('dialog')
      .getByRole('button', { name: /提交|确定/ })
      .last()
      .click();
    await contact.page.getByText('两家单位计划已补齐').first().waitFor();
    await contact.close();

    const section = await openPage(browser, hub.url);
    await signInAs(section.page, hub.url, '党群科科长');
    await openItem(section.page, '公共文化服务能级');
    const reported = section.page
      .getByRole('listitem')
      .filter({ hasText: '两家单位计划已补齐' })
      .first();
    await reported.getByRole('button', { name: '验收通过' }).click();
    await section.page
      .getByRole('dialog')
      .getByRole('button', { name: /验收|确定|提交/ })
      .last()
      .click();
    await reported.getByText('已验收').waitFor();
    await reported.getByText(/党群科科长 于 .* 验收/).waitFor();
    expect(section.problems).toEqual([]);
    await section.close();
  });

  test('an extension that a contact asks for is granted by the secretary, and moves the date', async () => {
    const contact = await openPage(browser, hub.url);
    await signInAs(contact.page, hub.url, '公共服务科联络员');
    await openItem(contact.page, '公共文化服务能级');
    await contact.page.getByRole('button', { name: '申请延期' }).click();
    const asking = contact.page.getByRole('dialog');
    await asking.getByLabel(/申请延至/).fill('2027-09-30');
    await asking.getByLabel(/申请延至/).press('Enter');
    await asking.getByLabel(/理由/).fill('重大项目立项顺延一个季度');
    await asking.getByRole('button', { name: '确认申请延期' }).click();
    const asked = contact.page.getByRole('listitem').filter({ hasText: '顺延一个季度' });
    await asked.getByText('由 2027-06-30 延至 2027-09-30').waitFor();
    // Who asked does not decide.
    expect(await contact.page.getByRole('button', { name: '批准延期' }).count()).toBe(0);
    expect(contact.problems).toEqual([]);
    await contact.close();

    const secretary = await openPage(browser, hub.url);
    await signInAs(secretary.page, hub.url, '局党组书记');
    await openItem(secretary.page, '公共文化服务能级');
    await secretary.page.getByRole('button', { name: '批准延期', exact: true }).click();
    const granting = secretary.page.getByRole('dialog');
    await granting.getByLabel(/理由/).fill('同意，年底前再报一次');
    await granting.getByRole('button', { name: '确认批准延期' }).click();
    await secretary.page.getByText('2027年9月30日').waitFor();
    // The first date is kept for ever.
    await secretary.page.getByText('2025年12月31日').first().waitFor();
    await secretary.page.getByText('同意，年底前再报一次').first().waitFor();
    expect(secretary.problems).toEqual([]);
    await secretary.close();
  });

  test('evidence is uploaded from the item page and fixed by its hash', async () => {
    const { page, close } = await openPage(browser, hub.url);
    await signInAs(page, hub.url, '中心联络员');
    await openItem(page, '公共文化服务能级');
    await page.getByRole('button', { name: '上传佐证' }).click();
    const file = join(hub.dataDir, '三年培养计划.txt');
    await writeFile(file, '各保护单位三年培养计划汇总');
    await page.getByRole('dialog').locator('input[type=file]').setInputFiles(file);
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /上传|提交|确定/ })
      .last()
      .click();
    await page.getByText('三年培养计划.txt').first().waitFor();
    await close();
  });

  test('every page reads in English too', async () => {
    const { page, problems, close } = await openPage(browser, hub.url);
    await signInAs(page, hub.url, '党群科科长');
    await page.getByRole('button', { name: 'English' }).click();
    for (const path of ['items', 'documents', 'trainings', 'rounds']) {
      await page.goto(`${hub.url}/admin/${path}`);
      const heading = await page.getByRole('heading', { level: 1 }).textContent();
      expect(heading).toMatch(/^[\x20-\x7E]+$/);
    }
    expect(problems).toEqual([]);
    await close();
  });

  test('GraphiQL opens with examples and asks no other host', async () => {
    const { page, problems, close } = await openPage(browser, hub.url);
    await page.goto(`${hub.url}/graphql`);
    await page.locator('.graphiql-container').first().waitFor();
    await page.getByText('WhoAmI').first().waitFor();
    expect(problems.filter((problem) => problem.includes('another host'))).toEqual([]);
    await close();
  });
});
