import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { withinDeadline } from '../database/deadline.ts';
import { lateError } from '../errors/late-error.ts';
import { refuseToken } from '../errors/refuse-token.ts';
import { refuseRequest } from '../http/refuse-request.ts';
import { bilingual } from '../rules/index.ts';
import type { Metrics } from './create-metrics.ts';

interface Means {
  metrics: Metrics;
  /** Any of these opens it. */
  tokens: readonly string[];
  withinMs: number;
}

/** Sends the metrics to whoever has a token for them. Not counted: watching goes on while callers are slowed. */
export const metricsEndpoint =
  ({ metrics, tokens, withinMs }: Means) =>
  async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    const sent = /^Bearer\s+(\S+)$/i.exec(req.headers.authorization ?? '')?.[1];
    if (!sent) throw refuseRequest(401, 'UNAUTHENTICATED', NEEDS_TOKEN);
    const hash = sha256(sent);
    if (!tokens.some((token) => timingSafeEqual(sha256(token), hash))) throw refuseToken();
    const text = await withinDeadline(withinMs, (deadline) =>
      metrics.print().catch((error: unknown) => {
        throw deadline.isOver ? lateError() : error;
      }),
    );
    res.setHeader('content-type', 'text/plain; version=0.0.4; charset=utf-8');
    res.end(text);
  };

const sha256 = (text: string) => createHash('sha256').update(text).digest();

const NEEDS_TOKEN = bilingual('请提供令牌', 'Send a token');
