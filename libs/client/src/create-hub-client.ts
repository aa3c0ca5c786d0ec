import {
  cacheExchange,
  Client,
  fetchExchange,
  mapExchange,
  type CombinedError,
  type Exchange,
} from '@urql/core';

export interface HubClientOptions {
  /** The hub's GraphQL endpoint, e.g. `https://hub.example/graphql`. */
  url: string;
  /** An API client's token. Without it the browser's session cookie is sent. */
  token?: string;
  /** Names the program in the header `X-Taizhang-Client`, for whoever reads the hub's access log. */
  clientName: string;
  /** Who runs the program: the hub's log names them beside a token that stands for nobody in particular. */
  operator?: string;
  /** Called when the hub no longer knows the caller: the session ran out or the token was revoked. */
  onUnauthenticated?: () => void;
  /** Instead of the runtime's own `fetch`. */
  fetch?: typeof fetch;
}

/**
 * A client for the hub with a document cache: after a mutation each cached query that held a record of the
 * same type is read again. Mutations never throw for expected refusals; read the result union's `__typename`.
 */
export function createHubClient(options: HubClientOptions): Client {
  const exchanges: Exchange[] = [cacheExchange, fetchExchange];
  const { onUnauthenticated } = options;
  if (onUnauthenticated) {
    exchanges.unshift(
      mapExchange({
        onError: (error) => {
          if (isUnauthenticated(error)) onUnauthenticated();
        },
      }),
    );
  }
  return new Client({
    url: options.url,
    exchanges,
    preferGetMethod: false,
    ...(options.fetch ? { fetch: options.fetch } : {}),
    fetchOptions: () => ({
      credentials: options.token ? 'omit' : 'same-origin',
      headers: {
        'X-Taizhang-Client': options.clientName,
        ...(options.operator
          ? { 'X-Taizhang-Operator': encodeURIComponent(options.operator) }
          : {}),
        ...(options.token ? { Authorization: `Bearer ${options.token}` } : {}),
      },
    }),
  });
}

function isUnauthenticated(error: CombinedError): boolean {
  return error.graphQLErrors.some(({ extensions }) => extensions['code'] === 'UNAUTHENTICATED');
}
