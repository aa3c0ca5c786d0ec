import { graphql, type ResultOf } from '@taizhang/client';
import type { AskHub } from './open-client.ts';
import type { NotedEnd } from './options.ts';

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
  ask: AskHub,
  noted: NotedEnd | null,
  onProgress: (checked: number, all: number) => void,
): Promise<ChainCheck> {
  for (let after = 0; ;) {
    const { auditChain }: ResultOf<typeof CheckAuditChain> = await ask(CheckAuditChain, {
      after,
      noted,
    });
    const check = auditChain!;
    onProgress(check.checkedThrough, check.endPosition);
    if (check.state !== 'UNFINISHED') return check;
    after = check.checkedThrough;
  }
}
