import type { IncomingMessage, ServerResponse } from 'node:http';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** A number that is looked up whenever somebody reads the metrics. */
export interface ShownNumber {
  /** Without the prefix; one that only ever grows ends in `_total`. */
  name: string;
  help: string;
  read: () => number | Promise<number>;
}

/** What the hub tells of itself to a Prometheus server. No label says who or what a request was about. */
export interface Metrics {
  /** Takes the time and the status of a request. */
  watch: (req: IncomingMessage, res: ServerResponse) => void;
  /** Counts an operation of GraphQL by how it ended: `ok`, or the code of its first error. */
  countOutcome: (outcome: string) => void;
  /** In the text format of Prometheus. */
  print: () => Promise<string>;
}

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
/** All else is one endpoint: whoever asks for made-up addresses makes no new series. */
const ENDPOINTS = new Set([
  'graphql',
  'files',
  'admin',
  'dashboard',
  'sign-in',
  'livez',
  'readyz',
  'metrics',
]);

export function createMetrics(numbers: readonly ShownNumber[]): Metrics {
  const register = new Registry();
  const registers = [register];
  // Memory, processor and the delay of the event loop.
  collectDefaultMetrics({ register });
  const requests = new Histogram({
    name: 'taizhang_request_seconds',
    help: '请求耗时（秒），按入口和状态。Seconds of requests, by endpoint and status.',
    labelNames: ['endpoint', 'status'],
    buckets: SECONDS,
    registers,
  });
  const outcomes = new Counter({
    name: 'taizhang_graphql_operations_total',
    help: 'GraphQL 操作数，按结果。Operations by outcome: ok, or the code of the first error.',
    labelNames: ['outcome'],
    registers,
  });
  for (const { name, help, read } of numbers)
    new Gauge({
      name: `taizhang_${name}`,
      help,
      registers,
      async collect() {
        this.set(await read());
      },
    });
  return {
    watch: (req, res) => {
      const started = process.hrtime.bigint();
      const endpoint = endpointOf(req);
      res.once('close', () => {
        const seconds = Number(process.hrtime.bigint() - started) / 1e9;
        const status = res.writableFinished ? String(res.statusCode) : 'broken off';
        requests.observe({ endpoint, status }, seconds);
      });
    },
    countOutcome: (outcome) => outcomes.inc({ outcome }),
    print: () => register.metrics(),
  };
}

function endpointOf({ url }: IncomingMessage): string {
  const first = /^\/([a-z-]*)(?:[/?]|$)/.exec(url ?? '')?.[1] ?? '';
  return ENDPOINTS.has(first) ? first : 'other';
}
