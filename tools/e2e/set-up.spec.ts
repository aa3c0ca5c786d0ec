import { AxeBuilder } from '@axe-core/playwright';
import { Secret, TOTP } from 'otpauth';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { hasBrowser, openBrowser, openPage } from './open-browser.ts';
import { startBuiltHub, type BuiltHub } from './start-built-hub.ts';

const CODE_SECONDS = 30;
const OWN_PASSWORD = 'only I know this one';

/** Somebody on the way through the hub's door: what they were told, then what they chose and their phone holds. */
interface Account {
  loginName: string;
  password: string;
  secret?: string;
}

const input = (page: Page, label: string | RegExp) => page.getByRole('textbox', { name: label });
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();
const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true });

/** Chooses by typing in a field that searches its choices. */
async function choose(page: Page, label: string | RegExp, text: string) {
  await page.getByRole('combobox', { name: label }).click();
  await page.keyboard.type(text);
  // What was added a moment ago is offered once the choices have been read again.
  await page.locator('.ant-select-dropdown:visible').getByTitle(text, { exact: true }).waitFor();
  await page.keyboard.press('Enter');
}

/** What an authenticator shows `steps` codes from now; no code counts twice. */
const codeOf = ({ secret }: Account, steps = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret!) }).generate({
    timestamp: Date.now() + steps * CODE_SECONDS * 1_000,
  });

async function fillSignIn(page: Page, account: Account) {
  await input(page, '用户名').fill(account.loginName);
  await page.getByLabel('密码', { exact: true }).fill(account.password);
  await press(page, /^登\s?录$/);
}

/** Changes the password that somebody else gave. */
async function changePassword(page: Page, account: Account) {
  await heading(page, '请先修改初始密码').waitFor();
  await page.getByLabel('原密码').fill(account.password);
  await page.getByLabel('新密码', { exact: true }).fill(OWN_PASSWORD);
  await page.getByLabel('再输一遍新密码').fill(OWN_PASSWORD);
  await press(page, '修改密码');
  account.password = OWN_PASSWORD;
}

/** Turns the second factor on that this hub asks of everybody, and keeps the recovery codes. */
async function enrolTotp(page: Page, account: Account) {
  await heading(page, '请先启用动态口令').waitFor();
  await page.getByLabel('密码', { exact: true }).fill(account.password);
  await press(page, '启用动态口令');
  await page.getByRole('img', { name: '动态口令二维码' }).waitFor();
  account.secret = (await page.locator('.totp-secret').textContent())!.replace(/\s/g, '');
  await input(page, '六位动态码').fill(codeOf(account));
  await press(page, '确认启用');
  const codes = page.locator('.recovery-codes li');
  await codes.first().waitFor();
  expect(await codes.count()).toBe(10);
  await press(page, '已保存好');
}

async function signOut(page: Page) {
  await press(page, /账户/);
  await page.getByRole('menuitem', { name: '退出登录' }).click();
  await heading(page, '登录台账').waitFor();
}

/** In by a temporary password, past everything that the hub wants first. */
async function enterFirstTime(page: Page, account: Account) {
  await fillSignIn(page, account);
  await changePassword(page, account);
  await enrolTotp(page, account);
}

async function expectUsableByEveryone(page: Page) {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa']).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

describe.runIf(hasBrowser)('an empty hub', () => {
  let hub: BuiltHub;
  let browser: Browser;

  beforeAll(async () => {
    [hub, browser] = await Promise.all([startBuiltHub({ DEMO: 'false' }), openBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await hub?.stop();
  });

  const setUpLink = () => vi.waitFor(() => hub.setUpUrl!.replace(/^.*?(?=\/admin)/, hub.url));

  /** One step of the set-up; without a password the temporary one that it offers is taken. */
  async function name(page: Page, title: string, account: Account) {
    await heading(page, title).waitFor();
    await input(page, /^姓名/).fill(`${title}岗`);
    await input(page, /^用户名/).fill(account.loginName);
    if (account.password) await page.getByLabel(/^密码/).fill(account.password);
    else account.password = await input(page, /^临时密码/).inputValue();
    await press(page, /下一步|完成设置/);
  }

  test('is set up, staffed and opened to a person, each step by whoever it belongs to', async () => {
    const { page, problems, close } = await openPage(browser, hub.url);
    const system: Account = { loginName: 'xitong', password: 'a first long sentence' };
    const security: Account = { loginName: 'anquan', password: '' };
    const audit: Account = { loginName: 'shenji', password: '' };
    const office: Account = { loginName: 'dangqun', password: '' };

    // Nobody can sign in before the set-up, and the page says what to do instead.
    await page.goto(`${hub.url}/admin/`);
    await page.getByText(/本系统尚未设置/).waitFor();
    expect(await input(page, '用户名').count()).toBe(0);

    const link = await setUpLink();
    await page.goto(link);
    await input(page, /区代码/).fill('Q');
    await input(page, /区名称/).fill('某区');
    await press(page, '下一步');
    await name(page, '系统管理员（您）', system);
    await name(page, '安全管理员', security);
    await name(page, '审计管理员', audit);
    await heading(page, '设置完成').waitFor();
    for (const { password } of [security, audit]) await page.getByText(password).waitFor();
    await expectUsableByEveryone(page);

    // The system administrator adds an organization and a person, and cannot grant a role.
    await page.getByRole('link', { name: '进入管理台' }).click();
    await enrolTotp(page, system);
    await heading(page, '人员与角色').waitFor();
    await press(page, '新增组织');
    const dialog = page.getByRole('dialog');
    await choose(page, /上级组织/, '某区');
    await choose(page, /类别/, '局');
    await input(page, /全称/).fill('某区某局');
    await input(page, /组织代码/).fill('Q-J');
    await dialog.getByRole('button', { name: '新增组织' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await press(page, '新增人员');
    await input(page, /^姓名/).fill('党群岗');
    await choose(page, /所在组织/, '某区某局');
    await input(page, /^用户名/).fill(office.loginName);
    office.password = await input(page, /^临时密码/).inputValue();
    await dialog.getByRole('button', { name: '新增人员' }).click();
    await dialog.getByText(office.password).waitFor();
    await press(page, '已记下');
    await page.getByRole('link', { name: '党群岗' }).click();
    await page.getByText('尚无角色').waitFor();
    expect(await page.getByRole('button', { name: '授予角色' }).isDisabled()).toBe(true);
    await signOut(page);

    // The security administrator, once past the temporary password, grants a role.
    await enterFirstTime(page, security);
    await heading(page, '人员与角色').waitFor();
    await page.getByRole('link', { name: '党群岗' }).click();
    await press(page, '授予角色');
    await choose(page, /角色/, '党群科');
    await page.getByRole('dialog').getByRole('button', { name: '授予角色' }).click();
    await page.getByRole('listitem').filter({ hasText: '党群科' }).waitFor();
    await signOut(page);

    // The person comes in, out, and in again by password and code.
    await enterFirstTime(page, office);
    await heading(page, '我的工作').waitFor();
    await signOut(page);
    await fillSignIn(page, office);
    await input(page, '动态码或恢复码').fill(codeOf(office, 1));
    await press(page, /继\s?续/);
    await heading(page, '我的工作').waitFor();
    await signOut(page);

    // The audit administrator finds it all in the log, and the log whole.
    await enterFirstTime(page, audit);
    await heading(page, '审计日志').waitFor();
    await choose(page, '事件', '授予角色');
    // The roles of the first administrators are told of too.
    const granted = page.getByRole('row').filter({ hasText: '授予角色' });
    await granted.filter({ hasText: '安全管理员岗' }).waitFor();
    await press(page, /^核\s?验$/);
    await page.getByText(/^完整：\d+ 个事件均未被改动或删除$/).waitFor();
    await expectUsableByEveryone(page);

    // The link works once.
    await page.goto(`${hub.url}/admin/`);
    await page.goto(link);
    await page.getByText('系统已设置完毕').waitFor();
    expect(problems).toEqual([]);
    await close();
  });
});
