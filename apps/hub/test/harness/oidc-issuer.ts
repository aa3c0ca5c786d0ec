import { createSign, generateKeyPairSync, type JsonWebKey } from 'node:crypto';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

export const CLIENT = { clientId: 'taizhang', clientSecret: 'a-secret-of-the-test' };

/** Somebody whom the issuer knows. */
export interface Subject {
  email?: string;
  email_verified?: boolean;
}

/** An issuer that listens on loopback. */
export interface Issuer {
  url: string;
  stop: () => Promise<void>;
}

const listen = (server: Server): Promise<Issuer> =>
  new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () =>
      resolve({
        url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
        stop: () =>
          new Promise((done) => {
            server.close(() => done());
            server.closeAllConnections();
          }),
      }),
    ),
  );

/** Starts a real OpenID Connect provider; `admit` tells it of the hub once the hub's address is known. */
export async function startProvider(
  subjects: Record<string, Subject>,
): Promise<Issuer & { admit: (redirectUri: string) => void }> {
  let handle: RequestListener = (_req, res) => void res.writeHead(503).end();
  const issuer = await listen(createServer((req, res) => void handle(req, res)));
  return {
    ...issuer,
    admit(redirectUri) {
      const { clientId, clientSecret } = CLIENT;
      const provider = new Provider(issuer.url, {
        clients: [
          { client_id: clientId, client_secret: clientSecret, redirect_uris: [redirectUri] },
        ],
        claims: { openid: ['sub'], email: ['email', 'email_verified'] },
        findAccount: (_ctx, id) => ({
          accountId: id,
          claims: () => ({ sub: id, ...subjects[id] }),
        }),
        cookies: { keys: ['of-the-test'] },
      });
      handle = provider.callback() as RequestListener;
    },
  };
}

/** A browser's cookies of one site, and no more of a browser than that. */
class CookieJar {
  private readonly cookies = new Map<string, string>();

  async fetch(url: URL | string, init: RequestInit = {}): Promise<Response> {
    const response = await fetch(url, {
      redirect: 'manual',
      ...init,
      headers: { ...(init.headers as object), cookie: this.header() },
    });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const cut = pair.indexOf('=');
      this.cookies.set(pair.slice(0, cut), pair.slice(cut + 1));
    }
    return response;
  }

  header(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }
}

/** Signs in at the provider as a subject, through its forms. @returns where it sends the browser back to */
export async function passProvider(authorize: string, subject: string): Promise<URL> {
  const jar = new CookieJar();
  const forms = ['login', 'consent'];
  let url = new URL(authorize);
  for (let hops = 0; hops < 20; hops += 1) {
    const response = await jar.fetch(url);
    const location = response.headers.get('location');
    if (location) {
      url = new URL(location, url);
      if (url.pathname.startsWith('/sign-in/')) return url;
      continue;
    }
    const prompt = forms.shift();
    if (!prompt) throw new Error(`The provider answered ${await response.text()}`);
    const submitted = await jar.fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ prompt, login: subject, password: 'any' }).toString(),
    });
    url = new URL(submitted.headers.get('location') ?? '', url);
  }
  throw new Error('The provider sends the browser round in circles');
}

const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** What the forging issuer does to its next token. */
export interface Forgery {
  claims?: Record<string, unknown>;
  header?: Record<string, unknown>;
  /** Signs with a key that the issuer does not publish. */
  isByStranger?: boolean;
  isUnsigned?: boolean;
}

/** An issuer whose tokens are as a test wants them: right but for the forgery. */
export async function startForger(): Promise<
  Issuer & { forge: (nonce: string, forgery: Forgery) => void }
> {
  const [own, stranger] = [pair(), pair()];
  let next: { nonce: string; forgery: Forgery } = { nonce: '', forgery: {} };
  const server = createServer((req, res) => {
    const url = issuer.url;
    const { pathname } = new URL(req.url ?? '/', url);
    const bodies: Record<string, () => object> = {
      '/.well-known/openid-configuration': () => ({
        issuer: url,
        authorization_endpoint: `${url}/auth`,
        token_endpoint: `${url}/token`,
        jwks_uri: `${url}/jwks`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256', 'none'],
      }),
      '/jwks': () => ({ keys: [{ ...own.jwk, kid: 'own', alg: 'RS256', use: 'sig' }] }),
      '/token': () => ({ access_token: 'x', token_type: 'Bearer', id_token: idToken(url) }),
    };
    const body = bodies[pathname];
    res.writeHead(body ? 200 : 404, { 'content-type': 'application/json' });
    res.end(JSON.stringify(body?.() ?? {}));
  });
  const issuer = await listen(server);

  function idToken(url: string): string {
    const { nonce, forgery } = next;
    const now = Math.floor(Date.now() / 1000);
    const claims = {
      iss: url,
      aud: CLIENT.clientId,
      sub: 'forged',
      iat: now,
      exp: now + 300,
      nonce,
      email: 'office@hub.example',
      email_verified: true,
      ...forgery.claims,
    };
    const signed = `${encode({ alg: 'RS256', kid: 'own', ...forgery.header })}.${encode(claims)}`;
    if (forgery.isUnsigned) return `${signed}.`;
    const key = forgery.isByStranger ? stranger.privateKey : own.privateKey;
    return `${signed}.${createSign('RSA-SHA256').update(signed).sign(key, 'base64url')}`;
  }
  return { ...issuer, forge: (nonce, forgery) => void (next = { nonce, forgery }) };
}

function pair() {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { privateKey, jwk: publicKey.export({ format: 'jwk' }) as JsonWebKey };
}
