import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { connect } from 'node:tls';
import type { AnchorPlace } from './keep-anchors.ts';

export interface SyslogSettings {
  host: string;
  port: number;
  /** A PEM file of the authorities whose certificate the server shows; null: those that Node knows. */
  caFile: string | null;
}

/** Facility 13 (log audit), severity 5 (notice). */
const PRIORITY = 13 * 8 + 5;
const PATIENCE_MS = 10_000;

/** A message by RFC 5424; its fields are ASCII, and so is the anchor. */
export const syslogMessage = (at: string, message: string): string =>
  `<${PRIORITY}>1 ${at} ${hostname().replaceAll(/[^\x21-\x7e]/g, '') || '-'} taizhang ${process.pid} anchor - ${message}`;

/** Sends anchors to a syslog server over TLS (RFC 5425): each in a connection of its own, which is ended once it is sent. */
export const syslogPlace = ({ host, port, caFile }: SyslogSettings): AnchorPlace => ({
  name: `syslog ${host}:${port}`,
  put: ({ at }, line) =>
    new Promise((resolve, reject) => {
      const message = Buffer.from(syslogMessage(at, line));
      const socket = connect(
        { host, port, servername: host, ...(caFile && { ca: readFileSync(caFile) }) },
        () => {
          socket.end(Buffer.concat([Buffer.from(`${message.byteLength} `), message]));
        },
      );
      socket.setTimeout(PATIENCE_MS, () => socket.destroy(new Error('The server does not answer')));
      socket.once('error', reject);
      socket.once('close', (hadError) => {
        if (!hadError) resolve();
      });
      // What is not read is never ended.
      socket.resume();
    }),
});
