import { createHubClient, graphql, type ResultOf } from '@taizhang/client';
import { operatorName, type HubConnection } from '@taizhang/client/node';
import { CommandError, type NotedEnd } from './options.ts';

const CheckAuditChain = graphql(`
  query CheckAuditChain($after: Int!, $noted: AuditChainNote) {
    auditChain(after: $after, noted: $noted) {
      state
      checkedThrough
      endPosition
      endHash
      firstBad {
        fault
        position
        eventId
        message
      }
    }
  }
`);

/** What the check has found up to now. */
export type ChainCheck = NonNullable<ResultOf<typeof CheckAuditChain>['auditChain']>;

/**
 * Checks the chain stretch by stretch until its end or the first fault.
 *
 * @throws CommandError with the hub's reason when it refuses.
 */
export async function checkChain(
  { url, token }: HubConnection,
  noted: NotedEnd | null,
  signal: AbortSignal,
  onProgress: (checked: number, all: number) => void,
): Promise<ChainCheck> {
  const client = createHubClient({
    url,
    token,
    clientName: 'audit-check',
    ...operatorName(),
    fetch: (input, init) => fetch(input, { ...init, redirect: 'error', signal }),
  });
  for (let after = 0; ;) {
    const { data, error } = await client
      .query(CheckAuditChain, { after, noted }, { requestPolicy: 'network-only' })
      .toPromise();
    signal.throwIfAborted();
    if (!data?.auditChain)
      throw new CommandError(
        error?.graphQLErrors[0]?.message ?? `无法连接 ${url} / ${url} cannot be reached`,
      );
    const check = data.auditChain;
    onProgress(check.checkedThrough, check.endPosition);
    if (check.state !== 'UNFINISHED') return check;
    after = check.checkedThrough;
  }
}
