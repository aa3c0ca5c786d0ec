import type { IncomingMessage } from 'node:http';
import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate, type ZlibOptions } from 'node:zlib';
import { bilingual } from '../rules/index.ts';
import { refuseRequest } from './refuse-request.ts';

/** What a body may be. */
interface Bounds {
  /** Bytes, as sent and as unpacked. */
  most: number;
  /** How long its sender may take. */
  withinMs: number;
}

type Unpack = (bytes: Buffer, options: ZlibOptions) => Promise<Buffer>;

const UNPACKING = new Map<string, Unpack>([
  ['gzip', promisify(gunzip) as Unpack],
  ['deflate', promisify(inflate) as Unpack],
  ['br', promisify(brotliDecompress) as Unpack],
]);

/** Reads the whole body of a request, unpacked. @throws GraphQLError with the HTTP status of what is wrong */
export async function readBody(req: IncomingMessage, bounds: Bounds): Promise<Buffer> {
  const encoding = (req.headers['content-encoding'] ?? 'identity').trim().toLowerCase();
  const unpack = UNPACKING.get(encoding);
  if (!unpack && encoding !== 'identity') throw refuseRequest(415, 'UNSUPPORTED_ENCODING', UNKNOWN);
  if (Number(req.headers['content-length'] ?? 0) > bounds.most) throw tooLarge(bounds.most);
  const sent = await receive(req, bounds);
  if (!unpack) return sent;
  return unpack(sent, { maxOutputLength: bounds.most }).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ERR_BUFFER_TOO_LARGE'
      ? tooLarge(bounds.most)
      : refuseRequest(400, 'BAD_REQUEST', DAMAGED);
  });
}

function receive(req: IncomingMessage, { most, withinMs }: Bounds): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let received = 0;
    const take = (chunk: Buffer) => {
      received += chunk.length;
      if (received > most) stop(tooLarge(most));
      else chunks.push(chunk);
    };
    const done = () => {
      leave();
      resolve(Buffer.concat(chunks));
    };
    const brokenOff = () => stop(refuseRequest(400, 'BAD_REQUEST', DAMAGED));
    const timer = setTimeout(
      () => stop(refuseRequest(408, 'TOO_SLOW', LATE, { connection: 'close' })),
      withinMs,
    );
    req.on('data', take).on('end', done).on('close', brokenOff).on('error', brokenOff);

    function stop(refusal: Error) {
      leave();
      reject(refusal);
    }
    function leave() {
      clearTimeout(timer);
      req.off('data', take).off('end', done).off('close', brokenOff);
    }
  });
}

const tooLarge = (most: number) =>
  refuseRequest(
    413,
    'TOO_LARGE',
    bilingual(
      `请求过大，上限 ${most / 1024 / 1024} MB`,
      `The request is too large: ${most / 1024 / 1024} MB at most`,
    ),
  );
const LATE = bilingual('请求未在限时内发完', 'The request did not arrive in time');
const DAMAGED = bilingual('请求内容不完整或已损坏', 'The request is cut off or damaged');
const UNKNOWN = bilingual(
  '不支持此内容编码，请用 gzip、deflate、br 或不压缩',
  'This content encoding is not supported: use gzip, deflate, br or none',
);
