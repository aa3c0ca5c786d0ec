import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { recordAudit } from '../audit/append-events.ts';
import { note } from '../audit/note.ts';
import type { Caller } from '../caller.ts';
import type { Database } from '../database/open-database.ts';
import { answerJson } from '../http/answer-json.ts';
import { bilingual, PLATFORM_EVENTS } from '../rules/index.ts';
import { listActRows } from './list-act-rows.ts';
import { isActVisible } from './refuse-act.ts';

export { actOfPath } from './act-result-path.ts';

interface Means {
  db: Database;
  now: () => Date;
  identify: (req: IncomingMessage) => Promise<Caller | null>;
  addressOf: (req: IncomingMessage) => string | null;
}

/** Sends what came of an act, always as a download, to whoever may see the act. */
export async function sendActResult(
  { db, now, identify, addressOf }: Means,
  id: string,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> {
  const caller = await identify(req);
  const act = caller && (await db.act.findUnique({ where: { id }, omit: { data: true } }));
  if (!act || !isActVisible(act, caller)) {
    const message = bilingual(
      '没有此结果，或您无权查看',
      'There is no such result, or you may not see it',
    );
    return answerJson(res, 404, { error: { code: 'NOT_FOUND', message } });
  }
  const { organizationId } = act;
  // Noted before the first byte goes out: what is not noted is not sent.
  await recordAudit(
    db,
    { caller, now: now(), address: addressOf(req) },
    note(PLATFORM_EVENTS.ACT_RESULT_DOWNLOADED, { subjectId: id, organizationId }),
  );
  res.writeHead(200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="result-${id}.csv"`,
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'private, no-store',
  });
  await pipeline(Readable.from(listActRows(db, act)), res).catch((error: unknown) => {
    // Somebody who no longer wants the file is no fault of the hub.
    if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  });
}
