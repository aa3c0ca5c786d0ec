import { GraphQLError } from 'graphql';
import { bilingual } from '../rules/index.ts';

/** The error for work that did not end in its time: HTTP 503. A change may have been made: its idempotency key tells. */
export function lateError(): GraphQLError {
  return new GraphQLError(
    bilingual(
      '未能在限时内完成，已停止；请缩小查询范围后重试，修改请用同一幂等键重试',
      'It did not end in its time and was stopped: ask for less, or try again; repeat a change with the same idempotency key',
    ),
    { extensions: { code: 'TIMEOUT', http: { status: 503, headers: { 'retry-after': '5' } } } },
  );
}
