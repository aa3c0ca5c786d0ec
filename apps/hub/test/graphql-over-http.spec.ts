import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestHub, type TestHub } from './harness/test-hub.ts';

/** The checks that the hub deliberately does not pass, with the reason. */
const DIFFERS: Record<string, string> = {};

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub('embedded');
});
afterAll(() => hub.stop());

test.each(
  serverAudits({ url: () => `${hub.url}/graphql` }).map((audit) => [audit.name, audit] as const),
)('the GraphQL-over-HTTP audit: %s', async (name, audit) => {
  const result = await audit.fn();
  const reason = 'reason' in result ? result.reason : undefined;
  expect([reason, result.status]).toEqual(
    name in DIFFERS ? [expect.anything(), expect.not.stringMatching('ok')] : [undefined, 'ok'],
  );
});
