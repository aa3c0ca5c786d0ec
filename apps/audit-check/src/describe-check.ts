import type { AnchorsCheck } from './check-anchors.ts';
import type { ChainCheck } from './check-chain.ts';
import type { RowsCheck } from './check-rows.ts';

/** What the whole check has found. */
export type LogCheck = ChainCheck & { rows: RowsCheck; anchors: AnchorsCheck };

/** As many records as are named in what is read; all of them stand in the JSON. */
const NAMED = 20;

/** Whether nothing was found. */
export const isSound = ({ firstBad, rows, anchors }: LogCheck): boolean =>
  !firstBad && rows.differences.length === 0 && !anchors.firstBad;

/** The outcome as lines to read. */
export const describeCheck = (check: LogCheck): string =>
  [...describeChain(check), ...describeRows(check.rows), ...describeAnchors(check.anchors)].join(
    '\n',
  );

function describeChain({ checkedThrough, endPosition, endHash, firstBad }: ChainCheck): string[] {
  if (!firstBad)
    return [
      `完整：${endPosition} 个事件，链尾 ${endPosition}:${endHash}`,
      `Whole: ${endPosition} events; note the end above outside the hub, and give it to --noted next time`,
    ];
  const { position, eventId, message, fault } = firstBad;
  const event = eventId ? `，事件 event ${eventId}` : '';
  return [
    `断裂：第 ${position} 环${event}（${fault}）：${message}`,
    `Broken at link ${position}; the ${checkedThrough} before it are whole`,
  ];
}

function describeRows({ checked, differences }: RowsCheck): string[] {
  if (!differences.length)
    return [
      `相符：${checked} 条记录与其事件一致`,
      `In accord: ${checked} records are what their events say`,
    ];
  return [
    `不符：${checked} 条记录中有 ${differences.length} 条与其事件不一致`,
    `Not in accord: ${differences.length} of ${checked} records are not what their events say`,
    ...differences
      .slice(0, NAMED)
      .map(
        ({ recordId, fault, columns, message }) =>
          `  ${recordId}（${[fault, ...columns].join(' ')}）：${message}`,
      ),
    ...(differences.length > NAMED ? ['  …'] : []),
  ];
}

function describeAnchors({ checked, anchoredTo, firstBad }: AnchorsCheck): string[] {
  if (!firstBad)
    return [
      `已锚定：${checked} 个锚点与链相符，至第 ${anchoredTo ?? 0} 环`,
      `Anchored: ${checked} anchors agree with the chain, up to link ${anchoredTo ?? 0}`,
    ];
  const { fault, line, message } = firstBad;
  return [
    `锚点不符：第 ${line} 行（${fault}）：${message}`,
    `Not as anchored: line ${line} of the anchors; the ${checked} before it agree`,
  ];
}
