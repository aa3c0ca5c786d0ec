import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CLIENT, startProvider } from '../../apps/hub/test/harness/oidc-issuer.ts';
import { at } from '../../apps/hub/test/harness/read.ts';
import { hasBrowser, openBrowser, openPage, signInAs } from './open-browser.ts';
import { startBuiltHub, type BuiltHub } from './start-built-hub.ts';

const NAME = '办公室文书';

/** Runs a GraphQL document as the person who is signed in on the page. */
const ask = (page: Page, query: string, variables: object = {}) =>
  page.evaluate(async (body) => {
    const answer = await fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    return (await answer.json()) as unknown;
  }, JSON.stringify({ query, variables }));

async function expectNoViolations(page: Page) {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa']).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
}

describe.runIf(hasBrowser)('single sign-on in a browser', () => {
  let hub: BuiltHub;
  let browser: Browser;
  let provider: Awaited<ReturnType<typeof startProvider>>;
  beforeAll(async () => {
    provider = await startProvider({
      office: { email: 'office@hub.example', email_verified: true },
      stranger: { email: 'stranger@hub.example', email_verified: true },
    });
    [hub, browser] = await Promise.all([
      startBuiltHub({
        OIDC_ISSUER: provider.url,
        OIDC_CLIENT_ID: CLIENT.clientId,
        OIDC_CLIENT_SECRET: CLIENT.clientSecret,
        OIDC_NAME: '区统一登录 / District sign-on',
      }),
      openBrowser(),
    ]);
    provider.admit(`${hub.url}/sign-in/oidc/callback`);
  });
  afterAll(async () => {
    await browser?.close();
    await hub?.stop();
    await provider?.stop();
  });

  /** Presses the button at the door and passes the provider's own pages. */
  async function passAs(page: Page, subject: string) {
    await page.goto(`${hub.url}/admin/items`);
    await page.getByRole('link', { name: '区统一登录' }).click();
    await page.getByPlaceholder('Enter any login').fill(subject);
    await page.getByPlaceholder('and password').fill('any');
    await page.getByRole('button', { name: 'Sign-in' }).click();
    await page.getByRole('button', { name: 'Continue' }).click();
  }

  test('leads whoever has the address to the page they came for', async () => {
    const administrator = await openPage(browser, hub.url);
    await signInAs(administrator.page, hub.url, '系统管理员');
    const organizations = await ask(administrator.page, '{ organizations { nodes { id } } }');
    const added = await ask(
      administrator.page,
      `mutation ($input: AddPersonInput!) { person: addPerson(input: $input) { ... on Person { id version } } }`,
      {
        input: {
          idempotencyKey: 'add-the-clerk',
          displayName: NAME,
          loginName: 'office-clerk',
          password: 'a first password of 2026',
          organizationId: at(organizations, 'data.organizations.nodes.0.id'),
        },
      },
    );
    const edited = await ask(
      administrator.page,
      `mutation ($input: EditPersonInput!) { person: editPerson(input: $input) { ... on Person { email } } }`,
      {
        input: {
          idempotencyKey: 'give-an-address',
          id: at(added, 'data.person.id'),
          expectedVersion: at(added, 'data.person.version'),
          email: 'office@hub.example',
        },
      },
    );
    expect(at(edited, 'data.person.email')).toBe('office@hub.example');
    await administrator.close();

    const { page, close } = await openPage(browser, hub.url);
    await page.goto(`${hub.url}/admin/items`);
    await page.getByRole('link', { name: '区统一登录' }).waitFor();
    await expectNoViolations(page);
    await passAs(page, 'office');
    await page.getByRole('heading', { name: '问题台账' }).waitFor();
    expect(await page.locator('header').innerText()).toContain(NAME);
    await close();
  });

  test('tells somebody whom the hub does not know what to do', async () => {
    const { page, close } = await openPage(browser, hub.url);
    await passAs(page, 'stranger');
    await page.getByText('台账中没有与您对应的人员').waitFor();
    await page.getByText('Nobody in this hub is linked to you').waitFor();
    await expectNoViolations(page);
    await page.getByRole('link', { name: '返回登录' }).click();
    await page.getByRole('link', { name: '区统一登录' }).waitFor();
    await close();
  });
});
