import type { IncomingMessage } from 'node:http';
import type { Caller, Database } from '@taizhang/platform';
import type { Logger } from 'pino';
import type { Links } from './file-links.ts';
import type { Scanner } from './scan-file.ts';
import type { Files } from './open-storage.ts';

/** What taking and sending files needs of the hub. */
export interface FileMeans extends Files {
  db: Database;
  now: () => Date;
  links: Links;
  /** The largest file taken, in bytes. */
  largestUpload: number;
  /** Who sends a request; null for nobody. @throws when they send more than the hub takes. */
  identify: (req: IncomingMessage) => Promise<Caller | null>;
  /** The network address that a request comes from. */
  addressOf: (req: IncomingMessage) => string | null;
  /** Looks for malware in what is uploaded; null: nobody does. */
  scan: Scanner | null;
  log: Logger;
}
