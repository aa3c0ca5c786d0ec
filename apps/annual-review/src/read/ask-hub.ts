import { createHubClient, type TadaDocumentNode } from '@taizhang/client';
import { operatorName } from '@taizhang/client/node';
import { ReviewError } from '../review-error.ts';

export interface HubAddress {
  /** The GraphQL endpoint. */
  readonly url: string;
  readonly token: string;
}

/** Asks the hub one question. */
export type AskHub = <Result, Variables extends object>(
  query: TadaDocumentNode<Result, Variables>,
  variables: Variables,
) => Promise<Result>;

/** A page may take the hub this long; a hub that is silent for longer is taken for unreachable. */
const PATIENCE_MS = 60_000;

/** Speaks GraphQL with a hub; its refusals become errors that a person can act on. */
export function openHub({ url, token }: HubAddress, signal: AbortSignal): AskHub {
  const client = createHubClient({
    url,
    token,
    clientName: 'annual-review',
    ...operatorName(),
    fetch: (input, init) =>
      fetch(input, {
        ...init,
        // Never follow the hub elsewhere with the token.
        redirect: 'error',
        signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]),
      }),
  });
  return async (query, variables) => {
    // Pages are read once: a cache would only hold them a second time.
    const { data, error } = await (
      isMutation(query)
        ? client.mutation(query, variables)
        : client.query(query, variables, { requestPolicy: 'network-only' })
    ).toPromise();
    signal.throwIfAborted();
    if (error) throw explain(error, url);
    if (!data) throw new ReviewError('枢纽未返回数据', 'the hub answered without data');
    return data;
  };
}

const isMutation = ({ definitions }: { definitions: readonly object[] }) =>
  definitions.some((part) => 'operation' in part && part.operation === 'mutation');

type HubError = NonNullable<
  Awaited<ReturnType<ReturnType<ReturnType<typeof createHubClient>['query']>['toPromise']>>['error']
>;

function explain(error: HubError, url: string): ReviewError {
  const status = (error.response as Response | undefined)?.status;
  const codes = error.graphQLErrors.map(({ extensions }) => extensions['code']);
  if (status === 401 || status === 403 || codes.includes('UNAUTHENTICATED')) {
    return new ReviewError(`枢纽 ${url} 不接受该令牌`, `the hub at ${url} refused the token`);
  }
  if (codes.includes('FORBIDDEN')) {
    return new ReviewError(
      '该令牌无权读取所需数据',
      'the token may not read what the review needs',
    );
  }
  if (error.networkError && status === undefined) {
    return new ReviewError(`无法连接枢纽 ${url}`, `the hub at ${url} cannot be reached`, {
      cause: error,
    });
  }
  const why = error.graphQLErrors.map(({ message }) => message).join('; ') || error.message;
  return new ReviewError(`枢纽返回错误：${why}`, `the hub answered with an error: ${why}`, {
    cause: error,
  });
}
