import { createHubClient, type TadaDocumentNode } from '@taizhang/client';
import { operatorName, type HubConnection } from '@taizhang/client/node';
import { CommandError } from './options.ts';

/** Asks the hub one question. */
export type AskHub = <Result, Variables extends object>(
  query: TadaDocumentNode<Result, Variables>,
  variables: Variables,
) => Promise<Result>;

/** Speaks GraphQL with a hub. */
export function openClient({ url, token }: HubConnection, signal: AbortSignal): AskHub {
  const client = createHubClient({
    url,
    token,
    clientName: 'audit-check',
    ...operatorName(),
    fetch: (input, init) => fetch(input, { ...init, redirect: 'error', signal }),
  });
  return async (query, variables) => {
    const { data, error } = await client
      .query(query, variables, { requestPolicy: 'network-only' })
      .toPromise();
    signal.throwIfAborted();
    if (data && !error) return data;
    throw new CommandError(
      error?.graphQLErrors[0]?.message ?? `无法连接 ${url} / ${url} cannot be reached`,
    );
  };
}
