import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import {
  graphqlEndpoint,
  oidcEndpoint,
  openSetUp,
  rangeOf,
  recognize,
  sealFor,
  trustedTransport,
  type AdminToken,
} from '@taizhang/access';
import { copyEndpoint, sweepCopies } from '@taizhang/backup';
import { fileLinks, openStorage, s3AnchorPlace, sendFile, takeUpload } from '@taizhang/files';
import {
  anchorSettings,
  AnswerCache,
  answerFromKept,
  fillSortColumns,
  isDiskFull,
  jobRunner,
  keepAnchors,
  keepChainNote,
  limitConnections,
  lockFolder,
  metricsEndpoint,
  migrate,
  OperationReader,
  openEmbedded,
  openServer,
  openThreads,
  overPool,
  readLogState,
  summarizeLog,
  watchLog,
  sendActResult,
  startBaseline,
  startChain,
  StartupError,
  useThreads,
  withinDeadline,
  type WorkLimits,
  type DatabasePool,
} from '@taizhang/platform';
import { readSetAside, startIndexer } from '@taizhang/search';
import { todayInShanghai } from '@taizhang/platform/rules';
import type { Logger } from 'pino';
import type { Configuration } from './configuration.ts';
import { createYoga } from './graphql/create-yoga.ts';
import { mayIntrospect } from './graphql/guard-introspection.ts';
import type { HubMeans } from './graphql/hub-context.ts';
import { schema } from './graphql/schema.ts';
import { createServer } from './http/create-server.ts';
import { loadDemoIfEmpty } from './load-demo-if-empty.ts';
import { hubJobs } from './hub-jobs.ts';
import { hubMetrics } from './hub-metrics.ts';
import { clockFrom } from './settings/test-clock.ts';
import { signInMeans } from './sign-in-means.ts';

/** A hub that serves. */
export interface RunningHub {
  url: string;
  database: DatabasePool['kind'];
  /** Whether this start loaded the demonstration ledger. */
  loadedDemo: boolean;
  /** Where an empty hub is set up, once; null when it is. */
  setUpUrl: string | null;
  /** Does now what is due of the work beside requests, and says how many jobs that were. */
  runDueJobs: () => Promise<number>;
  /** Lets running requests end, then closes everything. */
  stop: () => Promise<void>;
}

/** What a start does, step by step, for whoever waits. */
export type Progress = (step: 'database' | 'migrations' | 'demo' | 'listening') => void;

interface StartOptions {
  progress?: Progress;
  /** The hub's clock; the configured one when unsaid. */
  now?: () => Date;
  /** Opens another database than the configured one. */
  openDatabase?: () => Promise<DatabasePool>;
  /** Whether the work beside requests is looked for all the time. */
  looksForJobs?: boolean;
  /** The program of this process, for work that is better done in another one; null leaves such work undone. */
  program?: string | null;
  /** The program of threads for heavy work; null does it within the process. */
  work?: Pick<WorkLimits, 'program' | 'execArgv'> | null;
}

/**
 * Starts a hub: locks the data folder, opens and migrates the database, loads the demonstration
 * ledger into an empty one, listens.
 *
 * @throws StartupError with one line to show; everything opened before is closed again.
 */
export async function startHub(
  configuration: Configuration,
  log: Logger,
  {
    progress = () => undefined,
    now = clockFrom(configuration.testClock),
    openDatabase = () => openConfigured(configuration),
    looksForJobs = true,
    program = null,
    work = null,
  }: StartOptions = {},
): Promise<RunningHub> {
  const { dataDir, root } = configuration;
  const lock = lockFolder(dataDir);
  const opened: (() => unknown)[] = [() => lock.release()];
  const closeAll = async () => {
    for (const close of opened.splice(0).reverse()) await close();
  };
  try {
    progress('database');
    sweepCopies(dataDir);
    if (work) {
      const threads = openThreads({ ...WORK_LIMITS, ...work });
      useThreads(threads);
      opened.push(threads.stop, () => useThreads(null));
    }
    const pool = await openDatabase();
    opened.push(pool.close);
    progress('migrations');
    await migrate(pool.pool, join(root, 'prisma/migrations'));
    const db = overPool(pool);
    opened.push(() => db.$disconnect());
    const files = await openStorage(configuration);
    opened.push(() => files.storage.close());
    const loadedDemo =
      configuration.demo && (await loadDemoIfEmpty(db, files.storage, () => progress('demo')));
    await fillSortColumns(db);
    await startChain(db, now(), configuration.auditHash);
    const chainNote = await keepChainNote(db, dataDir, {
      now,
      onRestored: (noted) => log.warn(noted, 'the log was put back: it has a new generation'),
      onError: (error) => log.error({ err: error }, 'noting the end of the log'),
    });
    opened.push(chainNote.stop);
    const baseline = await startBaseline(db, {
      now,
      onError: (error) => log.error({ err: error }, 'taking rows into the log'),
    });
    opened.push(baseline.stop);
    const { s3, anchors: choices } = configuration;
    const buckets = s3 && choices.bucket ? [s3AnchorPlace(s3, choices.bucket)] : [];
    const anchors = await keepAnchors(db, anchorSettings(choices, buckets), {
      now,
      restoredTo: chainNote.restoredTo,
      onError: (place, error) => log.error({ err: error, place }, 'anchoring the log'),
    });
    opened.push(anchors.stop);
    const indexer = startIndexer(db, (error) => log.error({ err: error }, 'search index'));
    opened.push(indexer.stop);

    const secret = keptSecret(dataDir, 'hub.secret');
    const links = fileLinks(secret);
    const setUp = await openSetUp(db, sealFor(secret, 'set-up'), now);
    const hub: HubMeans = {
      db,
      now,
      adminTokens: adminTokens(configuration),
      linkToFile: (id, callerKey, at) => links.link(id, callerKey, at),
      largestUpload: configuration.largestUpload,
      signIn: await signInMeans(db, configuration, secret, setUp),
      transport: trustedTransport(configuration.signIn),
      introspection: configuration.introspection,
      checkAnchors: () => anchors.check(),
      reader: new OperationReader(pool.pool, (err) => log.error({ err }, 'reading')),
    };
    const withinMs = configuration.requestSeconds * 1_000;
    const fileMeans = {
      ...files,
      ...{ db, now, links, log, scan: configuration.scanner },
      largestUpload: configuration.largestUpload,
      identify: (req: IncomingMessage) =>
        withinDeadline(withinMs, async () => (await recognize(hub, req)).caller),
      addressOf: hub.transport.addressOf,
    };
    const kept = {
      cache: configuration.answerCacheBytes
        ? new AnswerCache(configuration.answerCacheBytes)
        : null,
      db,
      today: () => todayInShanghai(now()),
    };
    const metrics = hubMetrics(hub, pool, kept.cache);
    const yoga = createYoga(schema, hub, metrics, log);
    let url = '';
    const publicUrl = () => configuration.signIn.publicUrl ?? url;
    const server = createServer(
      {
        isForeign: (req) => hub.transport.isForeign(req),
        watch: metrics.watch,
        metrics: metricsEndpoint({ metrics, tokens: metricsTokens(configuration, hub), withinMs }),
        copyDatabase: copyEndpoint(pool, { dataDir, identify: fileMeans.identify }),
        signIn: oidcEndpoint(configuration.signIn.oidc, { hub, secret, publicUrl, log }),
        isFromProxy: ({ socket }) => hub.transport.isProxy(socket.remoteAddress ?? ''),
        isSecure: (req) => hub.transport.isSecure(req),
        graphql: graphqlEndpoint({
          recognize: (req) => recognize(hub, req),
          run: (req, res, request) => yoga.handle(req, res, request),
          answerFromKept: (asked) => answerFromKept(kept, asked),
          takesGet: hub.signIn.isDemoOpen,
          mayExplore: ({ caller }) => mayIntrospect(hub.introspection, caller),
          withinMs,
        }),
        upload: (req, res) => takeUpload(fileMeans, req, res),
        download: (id, url, req, res) => sendFile(fileMeans, id, url, req, res),
        actResult: (id, req, res) => sendActResult(fileMeans, id, req, res),
        readiness: () =>
          withinDeadline(withinMs, () =>
            Promise.all([readSetAside(db), readLogState(db), files.storage.check()]),
          ).then(
            ([searchSetAside, log]) => {
              const taken = baseline.progress();
              return {
                isReady: !taken,
                log: summarizeLog(log),
                ...(taken && { baseline: taken }),
                ...(searchSetAside && { searchSetAside }),
              };
            },
            () => ({ isReady: false }),
          ),
      },
      root,
      configuration.certificate,
      log,
    );
    limitConnections(server, {
      perAddress: configuration.signIn.connectionsPerAddress,
      keyOf: (address) => (hub.transport.isProxy(address) ? null : rangeOf(address)),
    });
    url = await listen(server, configuration);
    opened.push(() => stopListening(server));
    const watch = watchLog(anchors, (faults) =>
      log.error({ faults }, 'the log is not what was written'),
    );
    const jobs = jobRunner(db, [...hubJobs(configuration, program, publicUrl), watch], {
      now,
      onError: (job, error) => log.error({ err: error, job }, 'a job failed'),
    });
    opened.push(jobs.stop);
    if (looksForJobs) jobs.start();
    lock.announce(url);
    progress('listening');
    const setUpUrl = setUp.token && `${publicUrl()}/admin/set-up#${setUp.token}`;
    const { runDue: runDueJobs } = jobs;
    return { url, database: pool.kind, loadedDemo, setUpUrl, runDueJobs, stop: closeAll };
  } catch (error) {
    // A database that cannot write may not be able to close either; the first error is the one to show.
    await closeAll().catch((closing: unknown) => log.warn({ err: closing }, 'closing'));
    throw isDiskFull(error) ? diskFull(dataDir) : error;
  }
}

/** Long texts take some hundred megabytes; two at a time leave the other processors to whoever asks. */
const WORK_LIMITS = { threads: 2, waiting: 8, withinMs: 30_000, megabytes: 1_024 };

const openConfigured = ({ databaseUrl, dataDir }: Configuration): Promise<DatabasePool> =>
  databaseUrl ? openServer(databaseUrl) : openEmbedded({ folder: dataDir });

/** The tokens with every right that are taken. */
function adminTokens({ dataDir, adminToken, isAutomationOpen }: Configuration): AdminToken[] {
  if (!isAutomationOpen) return [];
  const local = keptSecret(dataDir, 'hub.token');
  return [
    { token: local, name: '本机自动化 / Automation on this machine' },
    ...(adminToken ? [{ token: adminToken, name: '自动化 / Automation' }] : []),
  ];
}

const metricsTokens = ({ metricsToken }: Configuration, { adminTokens }: HubMeans): string[] => [
  ...(metricsToken ? [metricsToken] : []),
  ...adminTokens.map(({ token }) => token),
];

/** A secret kept in the data folder, readable by its owner alone; made at the first start. */
function keptSecret(dataDir: string, name: string): string {
  const file = join(dataDir, name);
  if (!existsSync(file)) {
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600 });
    chmodSync(file, 0o600);
  }
  return readFileSync(file, 'utf8').trim();
}

function listen(
  server: Server,
  { host, port, certificate }: Pick<Configuration, 'host' | 'port' | 'certificate'>,
): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(cannotListen(error, host, port)));
    server.listen(port, host, () => {
      const { port: taken } = server.address() as AddressInfo;
      resolve(
        `http${certificate ? 's' : ''}://${host.includes(':') ? `[${host}]` : host}:${taken}`,
      );
    });
  });
}

function stopListening(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
    // A client that keeps its connection busy must not keep the process.
    setTimeout(() => server.closeAllConnections(), 5_000).unref();
  });
}

const diskFull = (dataDir: string) =>
  new StartupError(
    'STORAGE_FULL',
    `磁盘已满，台账未改动；请腾出 ${dataDir} 所在磁盘（或数据库服务器）的空间后再启动。`,
    `The disk is full and the ledger is as it was: make room on the disk of ${dataDir} (or on the database server), then start again.`,
  );

function cannotListen(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === 'EADDRINUSE')
    return new StartupError(
      'PORT_IN_USE',
      `端口 ${port} 已被占用，请停止占用它的程序，或用 PORT 指定另一端口，如 PORT=${port + 1}。`,
      `Port ${port} is in use: stop what uses it, or name another with PORT, such as PORT=${port + 1}.`,
    );
  return new StartupError(
    'CANNOT_LISTEN',
    `无法在 ${host}:${port} 监听（${error.message}）。`,
    `The hub cannot listen on ${host}:${port} (${error.message}).`,
  );
}
