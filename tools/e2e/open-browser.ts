import { existsSync } from 'node:fs';
import { chromium, type Browser, type Page } from 'playwright-core';

/** Debian's Chromium, or the one that CHROMIUM_PATH names. */
const CHROMIUM = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';

/** Whether there is a browser to drive. CI must have one; elsewhere the journeys say that they were left out. */
export const hasBrowser = existsSync(CHROMIUM);
if (!hasBrowser && process.env['CI'])
  throw new Error(
    `The browser tests need Chromium at ${CHROMIUM}; name another with CHROMIUM_PATH.`,
  );
if (!hasBrowser)
  console.warn(
    `未找到 Chromium（${CHROMIUM}），浏览器测试未运行 / no Chromium at ${CHROMIUM}: the browser tests were left out`,
  );

const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: CHROMIUM, args: QUIET });

/** A page in Chinese that notes what goes wrong in it and which other hosts it asks. */
export async function openPage(browser: Browser, hubUrl: string) {
  const context = await browser.newContext({
    locale: 'zh-CN',
    viewport: { width: 1280, height: 900 },
  });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  page.on('request', (request) => {
    const isOurs = [hubUrl, 'data:', 'blob:'].some((start) => request.url().startsWith(start));
    if (!isOurs) problems.push(`asked another host: ${request.url()}`);
  });
  return { page, problems, close: () => context.close() };
}

/** Signs in at the console as a person of the demonstration ledger. */
export async function signInAs(page: Page, hubUrl: string, post: string) {
  await page.goto(`${hubUrl}/admin/`);
  await page.getByRole('button', { name: post }).first().click();
  await page.locator('#main h1').first().waitFor();
}
