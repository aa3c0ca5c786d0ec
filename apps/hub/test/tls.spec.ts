import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readConfiguration } from '../src/configuration.ts';
import { readCertificate } from '../src/settings/certificate.ts';
import { Client } from './harness/client.ts';
import { OPEN_SIGN_IN, startTestHub } from './harness/test-hub.ts';

let folder: string;
let files: { TLS_CERT_FILE: string; TLS_KEY_FILE: string };
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'taizhang-tls-'));
  const [certFile, keyFile] = [join(folder, 'cert.pem'), join(folder, 'key.pem')];
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=IP:127.0.0.1'];
  execFileSync(
    'openssl',
    [
      'req',
      '-x509',
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:P-256',
      '-nodes',
      '-days',
      '2',
      ...subject,
      '-out',
      certFile,
      '-keyout',
      keyFile,
    ],
    { stdio: 'ignore' },
  );
  files = { TLS_CERT_FILE: certFile, TLS_KEY_FILE: keyFile };
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a hub with a certificate speaks HTTPS, says so for a year, and its cookies are secure', async () => {
  const certificate = readCertificate(files)!;
  const hub = await startTestHub('embedded', { configuration: { certificate } });
  try {
    expect(hub.url).toMatch(/^https:/);
    const answer = await post(hub.url, certificate.cert, {
      query: 'query { __typename signInOptions { demoPeople { id } } }',
    });
    expect(answer.status).toBe(200);
    expect(answer.headers['strict-transport-security']).toBe('max-age=31536000');
    const demoPerson = /"id":"(Person_[^"]+)"/.exec(answer.text)![1];
    const entered = await post(hub.url, certificate.cert, {
      query:
        'mutation ($input: SignInAsDemoPersonInput!) { signInAsDemoPerson(input: $input) { __typename } }',
      variables: { input: { personId: demoPerson } },
    });
    expect(entered.headers['set-cookie']?.[0]).toMatch(/; Secure$/);
  } finally {
    await hub.stop();
  }
});

test('behind a proxy that ends TLS it is said, too; without one it is not', async () => {
  const signIn = { ...OPEN_SIGN_IN, trustedProxies: ['127.0.0.1'] };
  const hub = await startTestHub('embedded', { configuration: { signIn } });
  try {
    const secure = new Client(hub.url, { 'x-forwarded-proto': 'https' });
    expect((await secure.fetch('/livez')).headers.get('strict-transport-security')).toBe(
      'max-age=31536000',
    );
    expect(
      (await hub.anonymous.fetch('/livez')).headers.get('strict-transport-security'),
    ).toBeNull();
  } finally {
    await hub.stop();
  }
});

test('a certificate without its key, or of another one, ends the start with one line', () => {
  const read = (env: NodeJS.ProcessEnv) => () => readConfiguration(env, folder);
  expect(read({ TLS_CERT_FILE: files.TLS_CERT_FILE })).toThrow(/TLS_KEY_FILE/);
  expect(read({ ...files, TLS_KEY_FILE: join(folder, 'missing.pem') })).toThrow(/TLS_KEY_FILE/);
  expect(read({ ...files, TLS_KEY_FILE: files.TLS_CERT_FILE })).toThrow(/TLS_KEY_FILE/);
  expect(readConfiguration(files, folder).certificate?.cert).toEqual(
    readFileSync(files.TLS_CERT_FILE),
  );
});

function post(url: string, ca: Buffer, body: object) {
  return new Promise<{
    status: number | undefined;
    headers: Record<string, string | string[] | undefined>;
    text: string;
  }>((resolve, reject) => {
    const options = { method: 'POST', ca, headers: { 'content-type': 'application/json' } };
    const sent = request(new URL('/graphql', url), options, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => (text += chunk.toString()));
      response.once('end', () =>
        resolve({ status: response.statusCode, headers: response.headers, text }),
      );
    });
    sent.once('error', reject);
    sent.end(JSON.stringify(body));
  });
}
