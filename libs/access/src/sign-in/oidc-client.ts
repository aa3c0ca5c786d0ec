import * as oidc from 'openid-client';

/** How the hub is known to the organization's own sign-in. */
export interface OidcSettings {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** What the button says. */
  name: string;
}

/** What a sign-in under way must remember until the browser comes back. */
export interface OidcFlow {
  state: string;
  nonce: string;
  verifier: string;
}

/** What the issuer vouches for. */
export interface OidcClaims {
  issuer: string;
  subject: string;
  email: string | null;
  isEmailVerified: boolean;
}

/** The two legs of the authorization code flow with PKCE. */
export interface OidcClient {
  start: (redirectUri: string) => Promise<{ url: URL; flow: OidcFlow }>;
  /** @throws when anything about the answer or its token is not as it must be. */
  finish: (answer: URL, flow: OidcFlow) => Promise<OidcClaims>;
}

/** A client of one issuer. The issuer is asked at the first sign-in: a hub starts without it. */
export function oidcClient(settings: OidcSettings): OidcClient {
  let discovered: Promise<oidc.Configuration> | null = null;

  async function configuration(): Promise<oidc.Configuration> {
    discovered ??= discover(settings);
    try {
      return await discovered;
    } catch (error) {
      // Away just now is not away for ever.
      discovered = null;
      throw error;
    }
  }

  return {
    async start(redirectUri) {
      const flow = {
        state: oidc.randomState(),
        nonce: oidc.randomNonce(),
        verifier: oidc.randomPKCECodeVerifier(),
      };
      const url = oidc.buildAuthorizationUrl(await configuration(), {
        redirect_uri: redirectUri,
        scope: 'openid email',
        state: flow.state,
        nonce: flow.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(flow.verifier),
        code_challenge_method: 'S256',
      });
      return { url, flow };
    },
    async finish(answer, { state, nonce, verifier }) {
      const tokens = await oidc.authorizationCodeGrant(await configuration(), answer, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (!claims) throw new Error('The issuer sent no ID token');
      // Many issuers put the address into their user info only.
      const { email, email_verified: isVerified } =
        'email' in claims
          ? claims
          : await oidc.fetchUserInfo(await configuration(), tokens.access_token, claims.sub);
      return {
        issuer: claims.iss,
        subject: claims.sub,
        email: typeof email === 'string' ? email : null,
        isEmailVerified: isVerified === true,
      };
    },
  };
}

function discover({ issuer, clientId, clientSecret }: OidcSettings): Promise<oidc.Configuration> {
  const server = new URL(issuer);
  return oidc.discovery(server, clientId, clientSecret, undefined, {
    timeout: 10,
    execute: [
      // The token's signature is checked too, though it came straight from the issuer.
      oidc.enableNonRepudiationChecks,
      ...(isLoopback(server) ? [oidc.allowInsecureRequests] : []),
    ],
  });
}

/** Whether an issuer runs on this machine: the only one that may be reached without TLS. */
export const isLoopback = ({ hostname }: URL): boolean =>
  ['127.0.0.1', '[::1]', 'localhost'].includes(hostname);
