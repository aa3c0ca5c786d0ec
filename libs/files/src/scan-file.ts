import { createReadStream } from 'node:fs';
import { connect, type NetConnectOpts } from 'node:net';
import { unusableSetting } from '@taizhang/platform';

/** Says of a file whether it is clean. @throws where it could not be told */
export type Scanner = (path: string) => Promise<{ isClean: boolean; found: string | null }>;

const PATIENCE_MS = 60_000;
const LONGEST_ANSWER = 1_000;

/**
 * Reads where clamd listens; null where no scanner is set up.
 *
 * @throws StartupError CONFIGURATION
 */
export function readScanner(env: NodeJS.ProcessEnv): Scanner | null {
  const text = env['SCANNER'];
  if (!text) return null;
  const [, path] = /^unix:(\/\S+)$/.exec(text) ?? [];
  if (path) return clamd({ path });
  const [, host, port = '3310'] = /^tcp:\/\/([^:/\s]+)(?::(\d{1,5}))?$/.exec(text) ?? [];
  if (host) return clamd({ host, port: Number(port) });
  throw unusableSetting(
    'SCANNER',
    'clamd 的地址，如 tcp://127.0.0.1:3310 或 unix:/run/clamav/clamd.ctl',
    'where clamd listens, such as tcp://127.0.0.1:3310 or unix:/run/clamav/clamd.ctl',
  );
}

/** Has files scanned by ClamAV's daemon: INSTREAM, the bytes in pieces that say how long they are. */
export const clamd =
  (where: NetConnectOpts): Scanner =>
  (path) =>
    new Promise((resolve, reject) => {
      const file = createReadStream(path, { highWaterMark: 64 * 1024 });
      const socket = connect(where);
      let answer = '';
      const fail = (error: Error) => {
        file.destroy();
        socket.destroy();
        reject(error);
      };
      socket.setTimeout(PATIENCE_MS, () => fail(new Error('The scanner does not answer')));
      socket.once('error', fail);
      file.once('error', fail);
      socket.once('connect', () => {
        socket.write('zINSTREAM\0');
        file.on('data', (piece) => {
          const length = Buffer.alloc(4);
          length.writeUInt32BE(piece.length);
          socket.write(length);
          if (socket.write(piece)) return;
          file.pause();
          socket.once('drain', () => file.resume());
        });
        file.once('end', () => socket.write(Buffer.alloc(4)));
      });
      socket.on('data', (chunk: Buffer) => {
        answer += chunk.toString('latin1');
        if (answer.length > LONGEST_ANSWER) fail(new Error('The scanner answers too much'));
      });
      socket.once('end', () => {
        socket.destroy();
        file.destroy();
        const said = answer.replace(/\0.*$/s, '').trim();
        if (said === 'stream: OK') return resolve({ isClean: true, found: null });
        const [, found] = /^stream: (.+) FOUND$/.exec(said) ?? [];
        if (found) return resolve({ isClean: false, found });
        reject(new Error(`The scanner answered ${said || 'nothing'}`));
      });
    });
