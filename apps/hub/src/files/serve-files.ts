import type { IncomingMessage, ServerResponse } from 'node:http';
import { encodeRecordId, newKey } from '@taizhang/platform';
import { bilingual, type BilingualText } from '@taizhang/platform/rules';
import { mayAnywhere } from '@taizhang/access/rules';
import { identify, type HubMeans } from '../graphql/hub-context.ts';
import { answerJson } from '../http/answer.ts';
import { acceptedType } from './accepted-types.ts';
import type { Links } from './file-links.ts';
import { FileTooLarge, type FileStore, type ReceivedFile } from './file-store.ts';

interface FileMeans {
  hub: HubMeans;
  store: FileStore;
  links: Links;
  largestUpload: number;
}

/** Takes an upload: the raw bytes as body. Answers with the id that `attachEvidence` takes. */
export async function takeUpload(means: FileMeans, req: IncomingMessage, res: ServerResponse) {
  try {
    await checkUploader(means.hub, req);
    if (Number(req.headers['content-length'] ?? 0) > means.largestUpload) throw new FileTooLarge();
    const file = await means.store.receive(req, means.largestUpload, inspect);
    const { sha256, byteSize, mediaType } = file;
    const { storedFile } = means.hub.db;
    // The same bytes may be on their way twice: whoever comes second finds the row of the first.
    await storedFile.createMany({
      data: { id: newKey(), sha256, byteSize, mediaType },
      skipDuplicates: true,
    });
    const stored = await storedFile.findUniqueOrThrow({ where: { sha256 } });
    const fileId = encodeRecordId('StoredFile', stored.id);
    return answerJson(res, 201, { fileId, sha256, byteSize, mediaType: stored.mediaType });
  } catch (error) {
    const refusal = error instanceof FileTooLarge ? tooLarge(means.largestUpload) : error;
    if (!(refusal instanceof UploadRefused)) throw error;
    // What is still under way is not read: the connection ends with the answer.
    res.setHeader('connection', 'close');
    return answerJson(res, refusal.status, {
      error: { code: refusal.code, message: refusal.message },
    });
  }
}

class UploadRefused extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: BilingualText) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

const tooLarge = (limit: number) => {
  const megabytes = limit / 1024 / 1024;
  const message = bilingual(`文件超过 ${megabytes} MB`, `The file is larger than ${megabytes} MB`);
  return new UploadRefused(413, 'TOO_LARGE', message);
};

/** Makes sure that somebody uploads who may. @throws UploadRefused */
async function checkUploader(hub: HubMeans, req: IncomingMessage): Promise<void> {
  // A custom header cannot be sent from another site without asking first, and nobody is let in who asks.
  if (req.headers['x-taizhang-upload'] !== '1')
    throw new UploadRefused(
      403,
      'FORBIDDEN',
      bilingual('缺少 X-Taizhang-Upload 头', 'The header X-Taizhang-Upload is missing'),
    );
  const caller = await identify(hub, req);
  if (!caller)
    throw new UploadRefused(401, 'UNAUTHENTICATED', bilingual('请先登录', 'Sign in first'));
  if (!mayAnywhere(caller, 'evidence:attach') && !mayAnywhere(caller, 'document:edit'))
    throw new UploadRefused(
      403,
      'FORBIDDEN',
      bilingual('您的角色不能上传文件', 'Your role may not upload files'),
    );
}

/** Tells a file's type from its content. @throws UploadRefused for an empty file or a type not accepted. */
async function inspect(file: ReceivedFile) {
  if (!file.byteSize)
    throw new UploadRefused(422, 'EMPTY', bilingual('文件是空的', 'The file is empty'));
  const mediaType = await acceptedType(file.head);
  if (!mediaType)
    throw new UploadRefused(
      415,
      'TYPE_REFUSED',
      bilingual(
        '不接受此类文件，请上传 PDF、Office 文档、图片、MP4 或纯文本',
        'This type of file is not accepted: upload PDF, Office documents, pictures, MP4 or plain text',
      ),
    );
  return { ...file, mediaType };
}

/** Sends a piece of evidence to whoever holds a valid link, always as a download. */
export async function sendFile(
  { hub, store, links }: FileMeans,
  evidenceId: string,
  url: URL,
  res: ServerResponse,
) {
  const refuse = (status: number, message: BilingualText) =>
    answerJson(res, status, {
      error: { code: status === 403 ? 'FORBIDDEN' : 'NOT_FOUND', message },
    });
  if (!links.isValid(evidenceId, url.searchParams, hub.now()))
    return refuse(
      403,
      bilingual(
        '链接无效或已过期，请重新获取',
        'The link is not valid or has expired: get a new one',
      ),
    );
  const evidence = await hub.db.evidence.findUnique({
    where: { id: evidenceId },
    include: { file: true },
  });
  const content = evidence && (await store.open(evidence.file.sha256));
  if (!content) return refuse(404, bilingual('文件不存在', 'There is no such file'));
  res.writeHead(200, {
    'content-type': evidence.file.mediaType,
    'content-length': content.byteSize,
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(evidence.fileName)}`,
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
  });
  content.stream.on('error', () => res.destroy()).pipe(res);
}
