import { Agent, request } from 'node:http';
import type { RequestBody } from './queries/query.type.ts';
import type { Contender } from './servers/start-servers.ts';

/** What came of sending requests for a while. */
export interface Sent {
  answered: number;
  /** Requests that failed: of these many, the last one's reason. */
  failed: number;
  lastFailure: string | null;
  /** From the first request to the last answer. */
  seconds: number;
  /** Each answer's time, ascending. */
  latencies: number[];
}

interface Sending {
  bodies: RequestBody[];
  token: string;
  connections: number;
  seconds: number;
}

/**
 * Keeps so many connections busy for so many seconds, then waits for the answers under way: nothing
 * of one turn is left running in the next, and however slow a query is, it is counted.
 */
export async function sendRequests(
  { url }: Contender,
  { bodies, token, connections, seconds }: Sending,
): Promise<Sent> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const payloads = bodies.map((body) => Buffer.from(JSON.stringify(body)));
  const latencies: number[] = [];
  let failed = 0;
  let lastFailure: string | null = null;
  const started = performance.now();
  const until = started + seconds * 1000;

  // Each connection begins elsewhere in the list: side by side, no two ask the same.
  const keepBusy = async (connection: number) => {
    let next = Math.floor((payloads.length * connection) / connections);
    do {
      const sent = performance.now();
      const failure = await send(payloads[next++ % payloads.length]!);
      if (failure === null) latencies.push(performance.now() - sent);
      else [failed, lastFailure] = [failed + 1, failure];
    } while (performance.now() < until);
  };
  await Promise.all(Array.from({ length: connections }, (_, connection) => keepBusy(connection)));
  const took = (performance.now() - started) / 1000;
  agent.destroy();
  return {
    answered: latencies.length,
    failed,
    lastFailure,
    seconds: took,
    latencies: latencies.sort((a, b) => a - b),
  };

  /** Sends one request. @returns why it failed, or null. */
  function send(payload: Buffer): Promise<string | null> {
    return new Promise((resolve) => {
      const headers = {
        'content-type': 'application/json',
        'content-length': payload.length,
        authorization: `Bearer ${token}`,
      };
      const req = request(url, { method: 'POST', agent, headers }, (res) => {
        let isGood = res.statusCode === 200;
        res.once('data', (chunk: Buffer) => {
          // GraphQL fails with 200 too, and says so first.
          isGood &&= !chunk.subarray(0, 12).includes('"errors"');
        });
        res.on('data', () => undefined);
        res.once('end', () => resolve(isGood ? null : `HTTP ${res.statusCode}, GraphQL error`));
        res.once('error', (error) => resolve(error.message));
      });
      req.once('error', (error) => resolve(error.message));
      req.end(payload);
    });
  }
}
