import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { answerJson, note, recordAudit, type Caller } from '@taizhang/platform';
import { bilingual, type BilingualText } from '@taizhang/platform/rules';
import { visibleItems } from '@taizhang/rectification/visibility';
import { findEntryFile } from '@taizhang/registers/entry-files';
import { readRange } from './byte-range.ts';
import type { FileMeans } from './file-means.type.ts';
import { FILE_EVENTS } from './rules/index.ts';
import { StorageUnavailable } from './storage-failure.ts';
import { verifying } from './verify-content.ts';

/**
 * Sends a piece of evidence, or a file that an entry of a register names in a field, always as a download, to the caller whom the link was made for. The caller is asked
 * for anew: a link does not outlive a session, a person's account or the right to see the record.
 */
export async function sendFile(
  means: FileMeans,
  recordId: string,
  url: URL,
  req: IncomingMessage,
  res: ServerResponse,
) {
  const allowed = await findAllowed(means, recordId, url, req);
  if (!allowed)
    return refuse(
      res,
      403,
      'FORBIDDEN',
      bilingual(
        '链接无效、已过期，或您无权查看，请在台账中重新获取',
        'The link is not valid, has expired, or is not for you: get a new one in the ledger',
      ),
    );
  const { sent, caller } = allowed;
  const { sha256, byteSize, mediaType } = sent.file;
  const entityTag = `"${sha256}"`;
  const isSameFile = !req.headers['if-range'] || req.headers['if-range'] === entityTag;
  const range = isSameFile ? readRange(req.headers.range, byteSize) : null;
  if (range === 'unsatisfiable') {
    res.setHeader('content-range', `bytes */${byteSize}`);
    return refuse(
      res,
      416,
      'RANGE_REFUSED',
      bilingual('所请求的范围超出文件', 'The range lies outside the file'),
    );
  }
  const stream = await openOrRefuse(means, sha256, range, res);
  if (!stream) return;
  // Recorded before the first byte goes out: what is not recorded is not sent.
  await recordDownload(means, caller, sent, req).catch((error: unknown) => {
    stream.destroy();
    throw error;
  });
  res.writeHead(range ? 206 : 200, {
    'content-type': mediaType,
    'content-length': range ? range.end - range.start + 1 : byteSize,
    ...(range && { 'content-range': `bytes ${range.start}-${range.end}/${byteSize}` }),
    'accept-ranges': 'bytes',
    etag: entityTag,
    'content-disposition': attachment(sent.fileName),
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'cache-control': 'private, no-store',
  });
  const sending = range ? pipeline(stream, res) : pipeline(stream, verifying(sha256), res);
  await sending.catch((error: NodeJS.ErrnoException) => {
    // Somebody who no longer wants the file is no fault of the hub.
    if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE')
      means.log.error({ err: error, sha256 }, 'a stored file could not be sent as it was stored');
    res.destroy();
  });
}

/** The file, when link, caller and the caller's rights all hold now. */
async function findAllowed(
  { db, now, links, identify }: FileMeans,
  id: string,
  url: URL,
  req: IncomingMessage,
) {
  const caller = await identify(req);
  if (!caller || !links.isValid(id, caller.key, url.searchParams, now())) return null;
  const field = url.searchParams.get('field');
  const found = field
    ? await findEntryFile(db, caller, id, field)
    : await findEvidence(db, caller, id);
  return found && { sent: { ...found, field }, caller };
}
type Allowed = NonNullable<Awaited<ReturnType<typeof findAllowed>>>;

async function findEvidence(db: FileMeans['db'], caller: Caller, id: string) {
  const evidence = await db.evidence.findFirst({
    where: { id, item: visibleItems(caller) },
    select: {
      id: true,
      fileName: true,
      file: { select: { sha256: true, byteSize: true, mediaType: true } },
      item: { select: { organizationId: true } },
    },
  });
  return evidence && { ...evidence, organizationId: evidence.item.organizationId };
}

/** Notes who took which file, from where. */
function recordDownload(
  { db, now, addressOf }: FileMeans,
  caller: Caller,
  { id: subjectId, organizationId, field, file: { sha256 } }: Allowed['sent'],
  req: IncomingMessage,
) {
  const { FILE_DOWNLOADED, ENTRY_FILE_DOWNLOADED } = FILE_EVENTS;
  const about = { subjectId, organizationId };
  return recordAudit(
    db,
    { caller, now: now(), address: addressOf(req) },
    field === null
      ? note(FILE_DOWNLOADED, { ...about, after: { sha256 } })
      : note(ENTRY_FILE_DOWNLOADED, { ...about, after: { sha256, field } }),
  );
}

async function openOrRefuse(
  { storage, log }: FileMeans,
  sha256: string,
  range: { start: number; end: number } | null,
  res: ServerResponse,
) {
  try {
    const stream = await storage.open(sha256, range);
    if (stream) return stream;
    log.error({ sha256 }, 'a stored file is missing');
    refuse(
      res,
      404,
      'NOT_FOUND',
      bilingual('文件已不在存储中，请联系管理员', 'The file is missing: tell the administrator'),
    );
  } catch (error) {
    if (!(error instanceof StorageUnavailable)) throw error;
    log.error({ err: error }, 'a file could not be read');
    refuse(
      res,
      503,
      'STORAGE_UNAVAILABLE',
      bilingual(
        '文件存储暂不可用，请稍后重试',
        'The storage of files is not available: try again later',
      ),
    );
  }
  return null;
}

const refuse = (res: ServerResponse, status: number, code: string, message: BilingualText) =>
  answerJson(res, status, { error: { code, message } });

/** The header that makes a browser save a file under its name, whatever letters it has (RFC 6266, RFC 5987). */
function attachment(fileName: string): string {
  const plain = fileName.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(fileName).replace(
    /['()*!]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
