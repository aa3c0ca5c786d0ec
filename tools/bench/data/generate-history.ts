import { RECTIFICATION_EVENTS } from '@taizhang/rectification/rules';
import type { Writes } from './collect-writes.ts';
import { addDays, momentOn } from './days.ts';
import type { Random } from './random.ts';
import type { ItemFacts, Places, Row } from './rows.type.ts';

type Step = [type: keyof typeof RECTIFICATION_EVENTS, status: string];

const WAY: Step[] = [
  ['ITEM_REGISTERED', 'REGISTERED'],
  ['ITEM_ASSIGNED', 'ASSIGNED'],
  ['ITEM_PLANNED', 'PLANNED'],
  ['ITEM_STARTED', 'IN_PROGRESS'],
  ['ITEM_SUBMITTED', 'SUBMITTED'],
  ['ITEM_SIGNED', 'LEADER_SIGNED'],
];
const ENDS: Record<string, Step[]> = {
  VERIFYING: [['ITEM_VERIFICATION_STARTED', 'VERIFYING']],
  CLOSED: [
    ['ITEM_VERIFICATION_STARTED', 'VERIFYING'],
    ['ITEM_CLOSED', 'CLOSED'],
  ],
  LONG_TERM: [['ITEM_HELD_LONG_TERM', 'LONG_TERM']],
  REOPENED: [
    ['ITEM_VERIFICATION_STARTED', 'VERIFYING'],
    ['ITEM_CLOSED', 'CLOSED'],
    ['ITEM_REOPENED', 'REOPENED'],
  ],
  WITHDRAWN: [['ITEM_WITHDRAWN', 'WITHDRAWN']],
};

/** Takes an item to its status step by step; the last one leaves what it then holds beside. */
export function addHistory(
  random: Random,
  { change }: Writes,
  places: Places,
  item: ItemFacts,
  held: Row,
): void {
  const length = WAY.findIndex(([, status]) => status === item.status) + 1;
  const way = item.status === 'WITHDRAWN' ? WAY.slice(0, 1) : length ? WAY.slice(0, length) : WAY;
  const steps = [...way, ...(ENDS[item.status] ?? [])];
  const actors = [places.inspectors[0]!, item.leaderId, item.unit.people[0]!];
  steps.slice(1).forEach(([type, status], index) => {
    const isLast = index === steps.length - 2;
    change(
      RECTIFICATION_EVENTS[type],
      item.id,
      { status, ...(isLast && held) },
      {
        at: momentOn(addDays(item.from, 7 * (index + 1)), random.int(0, 539)),
        by: places.authorOf(random.pick(actors)),
        reason: index > 4 ? '佐证齐全，抽查属实' : null,
      },
    );
  });
}
