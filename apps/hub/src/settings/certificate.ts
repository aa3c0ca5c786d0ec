import { readFileSync } from 'node:fs';
import { createSecureContext } from 'node:tls';
import { StartupError } from '@taizhang/platform';
import type { Certificate } from '../http/create-server.ts';

/**
 * Reads the certificate with which the hub speaks HTTPS itself, null where none is given.
 *
 * @throws StartupError CONFIGURATION when one of the two files is missing or they do not belong together.
 */
export function readCertificate(env: NodeJS.ProcessEnv): Certificate | null {
  const [certFile, keyFile] = [env['TLS_CERT_FILE'], env['TLS_KEY_FILE']];
  if (!certFile && !keyFile) return null;
  try {
    const certificate = { cert: readFileSync(certFile ?? ''), key: readFileSync(keyFile ?? '') };
    createSecureContext(certificate);
    return certificate;
  } catch (error) {
    const reason = (error as Error).message;
    throw new StartupError(
      'CONFIGURATION',
      `TLS_CERT_FILE 与 TLS_KEY_FILE 须为一对 PEM 证书（含中间证书）和私钥文件（${reason}）。`,
      `TLS_CERT_FILE and TLS_KEY_FILE must name the PEM files of a certificate with its chain and of its key (${reason}).`,
    );
  }
}
