import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerJson, encodeRecordId, writeChanges, type Caller } from '@taizhang/platform';
import { bilingual, safeFileName } from '@taizhang/platform/rules';
import { mayAnywhere } from '@taizhang/access/rules';
import type { FileMeans } from './file-means.type.ts';
import { inspectFile } from './inspect/inspect-file.ts';
import { infected, notScanned } from './inspect/refusals.ts';
import { answerAndClose, tooLarge, UploadRefused } from './refuse-upload.ts';
import { FILE_EVENTS } from './rules/index.ts';
import type { Scanner } from './scan-file.ts';
import type { StagedFile } from './stage-upload.ts';
import { refuseForStorage, StorageUnavailable } from './storage-failure.ts';

/** Takes an upload: the raw bytes as body. Answers with the id that `attachEvidence` takes. */
export async function takeUpload(means: FileMeans, req: IncomingMessage, res: ServerResponse) {
  try {
    const caller = await checkUploader(means, req);
    answerJson(res, 201, await keepUpload(means, req, caller));
  } catch (error) {
    // Whoever broke the upload off waits for no answer.
    if (req.destroyed && !req.complete) return;
    if (error instanceof UploadRefused) return answerAndClose(req, res, error);
    if (!(error instanceof StorageUnavailable)) throw error;
    means.log.error({ err: error }, 'an upload could not be stored');
    return answerAndClose(req, res, refuseForStorage(error));
  }
}

/** Receives, judges and keeps a file. Bytes first: a row without its file would be a broken promise. */
async function keepUpload(
  { db, now, addressOf, largestUpload, staging, storage, scan, log }: FileMeans,
  req: IncomingMessage,
  caller: Caller,
) {
  const name = declaredName(req);
  if (Number(req.headers['content-length'] ?? 0) > largestUpload) throw tooLarge(largestUpload);
  const staged = await staging.receive(req, largestUpload);
  try {
    const { sha256, byteSize } = staged;
    const mediaType = await inspectFile(staged, name);
    // Until it is found clean it lies where nobody reads it, and has no id.
    if (scan) await checkScanned(scan, staged, log);
    await storage.put(sha256, staged.path);
    const by = { caller, now: now(), address: addressOf(req) };
    const stored = await writeChanges(db, by, async ({ tx, create }) => {
      // The same bytes may be on their way twice: whoever comes second waits, and finds the row of the first.
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${sha256}, 0))`;
      const known = await tx.storedFile.findUnique({ where: { sha256 } });
      return known ?? create(FILE_EVENTS.FILE_STORED, { sha256, byteSize, mediaType });
    });
    const fileId = encodeRecordId('StoredFile', stored.id);
    return { fileId, sha256, byteSize, mediaType: stored.mediaType };
  } finally {
    await staged.discard();
  }
}

/** @throws UploadRefused for a file that is not known to be clean */
async function checkScanned(scan: Scanner, { path, sha256 }: StagedFile, log: FileMeans['log']) {
  const { isClean, found } = await scan(path).catch((error: unknown) => {
    log.error({ err: error }, 'an upload could not be scanned');
    throw notScanned();
  });
  if (isClean) return;
  log.warn({ sha256, found }, 'an upload was refused by the scanner');
  throw infected();
}

/** The name in `X-Taizhang-File-Name`, percent-encoded as UTF-8; null when there is none. @throws UploadRefused */
function declaredName(req: IncomingMessage): string | null {
  const header = req.headers['x-taizhang-file-name'];
  if (typeof header !== 'string') return null;
  try {
    return safeFileName(decodeURIComponent(header));
  } catch {
    throw new UploadRefused(
      400,
      'NAME_UNREADABLE',
      bilingual(
        'X-Taizhang-File-Name 须为百分号编码的 UTF-8',
        'X-Taizhang-File-Name must be percent-encoded UTF-8',
      ),
    );
  }
}

/** Makes sure that somebody uploads who may. @throws UploadRefused */
async function checkUploader({ identify }: FileMeans, req: IncomingMessage): Promise<Caller> {
  // A custom header cannot be sent from another site without asking first, and nobody is let in who asks.
  if (req.headers['x-taizhang-upload'] !== '1')
    throw new UploadRefused(
      403,
      'FORBIDDEN',
      bilingual('缺少 X-Taizhang-Upload 头', 'The header X-Taizhang-Upload is missing'),
    );
  const caller = await identify(req);
  if (!caller)
    throw new UploadRefused(401, 'UNAUTHENTICATED', bilingual('请先登录', 'Sign in first'));
  if (!mayAnywhere(caller, 'evidence:attach') && !mayAnywhere(caller, 'document:edit'))
    throw new UploadRefused(
      403,
      'FORBIDDEN',
      bilingual('您的角色不能上传文件', 'Your role may not upload files'),
    );
  return caller;
}
