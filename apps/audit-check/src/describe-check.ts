import type { ChainCheck } from './check-chain.ts';

/** The outcome as lines to read. */
export function describeCheck({ checkedThrough, endPosition, endHash, firstBad }: ChainCheck) {
  if (!firstBad)
    return [
      `完整：${endPosition} 个事件，链尾 ${endPosition}:${endHash}`,
      `Whole: ${endPosition} events; note the end above outside the hub, and give it to --noted next time`,
    ].join('\n');
  const { position, eventId, message, fault } = firstBad;
  const event = eventId ? `，事件 event ${eventId}` : '';
  return [
    `断裂：第 ${position} 环${event}（${fault}）：${message}`,
    `Broken at link ${position}; the ${checkedThrough} before it are whole`,
  ].join('\n');
}
