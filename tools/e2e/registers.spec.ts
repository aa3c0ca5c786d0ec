import { Workbook } from 'exceljs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasBrowser, openBrowser, openPage, signInAs } from './open-browser.ts';
import { startBuiltHub, type BuiltHub } from './start-built-hub.ts';

describe.runIf(hasBrowser)('registers in a browser', () => {
  let hub: BuiltHub;
  let browser: Browser;

  beforeAll(async () => {
    [hub, browser] = await Promise.all([startBuiltHub(), openBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await hub?.stop();
  });

  /** Does something as a person at a register, or at an entry of it; nothing may go wrong in the page. */
  async function at(
    post: string,
    [register, entry]: [string, string?],
    work: (page: Page) => Promise<void>,
  ) {
    const { page, problems, close } = await openPage(browser, hub.url);
    await signInAs(page, hub.url, post);
    await page.goto(`${hub.url}/admin/registers`);
    await page.getByRole('link', { name: register }).first().click();
    await page.getByRole('heading', { name: register, level: 1 }).waitFor();
    if (entry) {
      await page.getByRole('link', { name: entry }).first().click();
      await page.getByRole('heading', { name: entry, level: 1 }).waitFor();
    }
    await work(page);
    expect(problems).toEqual([]);
    await close();
  }

  const press = (page: Page, name: string) => page.getByRole('button', { name }).first().click();
  const dialog = (page: Page) => page.getByRole('dialog');
  const confirm = (page: Page, name: RegExp) =>
    dialog(page).getByRole('button', { name }).last().click();
  async function choose(page: Page, label: string, option: string) {
    await dialog(page).getByLabel(label).click();
    await page.locator('.ant-select-item-option').filter({ hasText: option }).click();
  }
  const stands = (page: Page, stage: string) =>
    page.locator('.register-flow [aria-current]').getByText(stage, { exact: true }).waitFor();

  test('a gift is booked by finance, who does not see who gave it, and disposed of by party affairs', async () => {
    await at('计财科联络员', ['礼品礼金登记簿', '水果礼盒'], async (page) => {
      expect(await page.getByText('已遮蔽').count()).toBe(2);
      await press(page, '入 账');
      await confirm(page, /入\s?账/);
      await dialog(page).getByText('必填').first().waitFor();
      await dialog(page).getByLabel('入账凭证号').fill('LP-2026-002');
      await confirm(page, /入\s?账/);
      await stands(page, '已入账');
    });
    await at('党群科科长', ['礼品礼金登记簿', '水果礼盒'], async (page) => {
      await press(page, '处 置');
      await choose(page, '处置方式', '退还');
      await confirm(page, /处\s?置/);
      await stands(page, '已处置');
    });
  });

  test('a contract without legal consent is not approved, and goes back to its draft', async () => {
    await at('分管副局长（公共文化）', ['合同台账', '市民文化节承办'], async (page) => {
      await page.getByText('法制审核未通过，不得审批').waitFor();
      await press(page, '退回修改');
      await dialog(page).getByLabel('理由').fill('补充验收标准');
      await confirm(page, /退回修改/);
      await stands(page, '待法制审核');
    });
    await at('办公室联络员', ['合同台账', '市民文化节承办'], async (page) => {
      await press(page, '法制审核');
      await dialog(page).getByLabel('法制审核意见').fill('已补充，可行');
      await dialog(page).getByRole('radio', { name: '是' }).check();
      await confirm(page, /法制审核/);
      await stands(page, '待审批');
    });
  });

  test('a definition is revised with its trial and its changes in sight, and entries keep theirs', async () => {
    await at('党群科科长', ['场馆检查'], async (page) => {
      await press(page, '修订定义');
      const stages = page.locator('.tz-panel').filter({ hasText: '阶段' }).nth(1);
      await stages.waitFor();
      await page.getByText('没有问题，可以保存').waitFor();
      await page.getByText('与上一版相同').waitFor();
      const site = page.locator('.register-parts li').first();
      await site.getByRole('textbox').first().fill('检查点位');
      await page.getByText('修改名称').waitFor();
      await site.getByRole('textbox').nth(1).fill('Not a key');
      await page.getByText('键以小写字母开头').first().waitFor();
      expect(await page.getByRole('button', { name: '保 存' }).isDisabled()).toBe(true);
      await site.getByRole('textbox').nth(1).fill('site');
      await press(page, '保 存');
      await page.getByText('第 2 版定义').waitFor();
      await page.getByRole('columnheader', { name: '检查点位' }).waitFor();
    });
  });

  test('a register is made from a ready definition and used at once', async () => {
    const { page, problems, close } = await openPage(browser, hub.url);
    await signInAs(page, hub.url, '党群科科长');
    await page.goto(`${hub.url}/admin/registers/new`);
    await page.getByRole('button', { name: '企业数据与投诉采样' }).click();
    await page.getByText('没有问题，可以保存').waitFor();
    await press(page, '保 存');
    await page.getByRole('heading', { name: '企业数据与投诉采样', level: 1 }).waitFor();
    await press(page, '采集');
    await dialog(page).getByLabel('指标').fill('投诉件数');
    await dialog(page).getByLabel('采样日期').fill('2026-01-31');
    await page.keyboard.press('Enter');
    await dialog(page).getByLabel('数值', { exact: true }).fill('120');
    await dialog(page).getByLabel('上期数值').fill('100.5');
    await dialog(page).getByText('19.5').waitFor();
    await dialog(page).getByLabel('数据来源').fill('热线');
    await confirm(page, /采\s?集/);
    await stands(page, '待核对');
    expect(problems).toEqual([]);
    await close();
  });

  test('what is listed goes out as a sheet with sums as numbers', async () => {
    await at('计财科联络员', ['礼品礼金登记簿'], async (page) => {
      await page.getByRole('button', { name: '导出' }).hover();
      const saved = page.waitForEvent('download');
      await page.getByRole('menuitem', { name: 'Excel 表格' }).click();
      const book = new Workbook();
      await book.xlsx.readFile(await (await saved).path());
      const [sheet] = book.worksheets;
      const heads = (sheet!.getRow(1).values as string[]).slice(1);
      const row = sheet!.getRow(2).values as unknown[];
      expect(sheet!.rowCount).toBe(5);
      expect(row[1 + heads.indexOf('价值')]).toBe(360);
      expect(row[1 + heads.indexOf('送礼单位或个人')]).toBe('***');
    });
  });
});
