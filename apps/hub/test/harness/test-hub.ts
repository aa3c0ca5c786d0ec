import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PersonKey } from '@taizhang/demo';
import { openTestDatabase, type TestDatabase } from '@taizhang/platform/testing';
import { createLog, readAnchorChoices } from '@taizhang/platform';
import { inject } from 'vitest';
import type { Configuration } from '../../src/configuration.ts';
import { startHub } from '../../src/start-hub.ts';
import { Client, cookieOf } from './client.ts';
import type {} from './prepare-demo.ts';
import { textAt } from './read.ts';

/** Limits that no test meets by chance, and nothing that needs the outside. */
export const OPEN_SIGN_IN: Configuration['signIn'] = {
  publicUrl: null,
  trustedProxies: [],
  requestsPerMinute: 0,
  failuresPerAddress: 0,
  connectionsPerAddress: 0,
  totp: 'none',
  oidc: null,
};

/** The token that stands for automation in every test hub. */
export const ADMIN_TOKEN = 'test-token-of-automation-which-is-long';

/** A hub that serves on loopback over a database of its own. */
export interface TestHub {
  url: string;
  db: TestDatabase['db'];
  pool: TestDatabase['pool'];
  dataDir: string;
  /** Where an empty hub is set up. */
  setUpUrl: string | null;
  /** What the hub wrote to its log. */
  logged: string[];
  /** Nobody. */
  anonymous: Client;
  /** The API client with every right. */
  automation: Client;
  /** A demo person, each signed in once. */
  signInAs: (loginName: PersonKey) => Promise<Client>;
  /** Puts the hub's clock to a moment; without one it follows the real clock again. */
  setClock: (moment?: Date) => void;
  /** Does now what is due by the hub’s clock of the work beside requests. */
  runDueJobs: () => Promise<number>;
  stop: () => Promise<void>;
}

/** How a hub in a test is configured unless it says otherwise. */
export const testConfiguration = (dataDir: string): Configuration => ({
  host: '127.0.0.1',
  port: 0,
  dataDir,
  databaseUrl: null,
  demo: true,
  adminToken: ADMIN_TOKEN,
  metricsToken: null,
  isAutomationOpen: true,
  root: join(import.meta.dirname, '../../../..'),
  largestUpload: 1024 * 1024,
  scanner: null,
  s3: null,
  auditHash: 'SM3',
  auditRetentionDays: null,
  signIn: OPEN_SIGN_IN,
  introspection: 'everyone',
  requestSeconds: 30,
  certificate: null,
  mail: null,
  backups: { passphrase: null, schedule: null },
  anchors: readAnchorChoices({}, { dataDir, root: dataDir }),
  answerCacheBytes: 16 * 1024 * 1024,
  testClock: null,
});

interface Options {
  configuration?: Partial<Configuration>;
  /** The hub's clock; the real one when unsaid. */
  now?: Date;
}

/** Starts the real hub, with the demonstration ledger unless the configuration says otherwise. */
export async function startTestHub(
  kind: TestDatabase['kind'],
  { configuration: changes, now }: Options = {},
): Promise<TestHub> {
  const dataDir = mkdtempSync(join(tmpdir(), 'taizhang-test-'));
  const configuration = { ...testConfiguration(dataDir), ...changes };
  const database = await openStart(kind, configuration);
  const logged: string[] = [];
  let moment = now;
  const hub = await startHub(
    configuration,
    createLog({ write: (line: string) => void logged.push(line) }),
    {
      now: () => moment ?? new Date(),
      openDatabase: () => Promise.resolve(database),
      looksForJobs: false,
    },
  );
  const anonymous = new Client(hub.url);
  const signedIn = new Map<string, Promise<Client>>();

  async function signIn(loginName: PersonKey): Promise<Client> {
    const { personId } = await database.db.account.findUniqueOrThrow({ where: { loginName } });
    const answer = await anonymous.query(SIGN_IN, { input: { personId: `Person_${personId}` } });
    textAt(answer.data, 'signInAsDemoPerson.name');
    return new Client(hub.url, { cookie: cookieOf(answer.headers) });
  }
  return {
    url: hub.url,
    db: database.db,
    pool: database.pool,
    dataDir,
    setUpUrl: hub.setUpUrl,
    logged,
    anonymous,
    automation: new Client(hub.url, { authorization: `Bearer ${ADMIN_TOKEN}` }),
    signInAs: (loginName) => {
      const client = signedIn.get(loginName) ?? signIn(loginName);
      signedIn.set(loginName, client);
      return client;
    },
    setClock: (at) => void (moment = at),
    runDueJobs: hub.runDueJobs,
    stop: async () => {
      await hub.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** A copy of the loaded demonstration, where the hub would load it itself into a folder of its own. */
async function openStart(kind: TestDatabase['kind'], { demo, s3, dataDir }: Configuration) {
  if (!demo || s3) return openTestDatabase(kind);
  const { files, ...start } = inject('demoDatabases');
  cpSync(files, join(dataDir, 'files'), { recursive: true });
  return openTestDatabase(kind, start);
}

export const SIGN_IN = `mutation ($input: SignInAsDemoPersonInput!) {
  signInAsDemoPerson(input: $input) {
    __typename
    ... on Viewer { name }
    ... on SignInError { code message }
  }
}`;
