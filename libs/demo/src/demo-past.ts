import {
  changing,
  making,
  type PastColumns,
  type LedgerModel,
  type PastRow,
  type Told,
  type Write,
} from '@taizhang/platform/past';
import type { EventDefinition } from '@taizhang/platform/rules';
import { CLOCK } from './clock.ts';
import { momentOf } from './china-time.ts';
import type { Day } from './demo-data.type.ts';
import { demoId } from './demo-ids.ts';
import { people, type PersonKey } from './organizations-and-people.ts';

/** When something was done, by whom and why. */
export interface Step {
  on: Day;
  /** Null where the hub itself did it. */
  by: PersonKey | null;
  /** Keeps neighbours in a list from acting in the same minute. */
  minutes?: number;
  reason?: string | undefined;
  /** The event by whose time of day it happens, when not its own: what is done together is one moment. */
  with?: EventDefinition;
}

/** Everything that ever happened in the demonstration, in whatever order it is told. */
export interface DemoPast {
  writes: Write[];
  /** Contents of the stored files, by SHA-256. */
  contents: Map<string, Uint8Array>;
  make: <Model extends LedgerModel>(
    event: EventDefinition<Model>,
    row: PastRow<Model>,
    step: Step,
  ) => void;
  change: <Model extends LedgerModel>(
    event: EventDefinition<Model>,
    id: string,
    columns: PastColumns<Model>,
    step: Step,
  ) => void;
}

export function emptyPast(): DemoPast {
  const writes: Write[] = [];
  return {
    writes,
    contents: new Map(),
    make: (event, row, step) => void writes.push(making(event, row, told(event, step))),
    change: (event, id, columns, step) =>
      void writes.push(changing(event, id, columns, told(event, step))),
  };
}

function told(event: EventDefinition, step: Step): Told {
  const { by, reason } = step;
  const caller = by && { personId: demoId('person', by), name: people[by].name };
  return { now: momentIn(event, step), caller, reason };
}

/** The minute in which a step happens. */
export function momentIn(event: EventDefinition, { on, minutes, with: other }: Step): Date {
  const { type } = other ?? event;
  const clock = CLOCK[type];
  if (!clock) throw new Error(`The demo has no time of day for ${type}`);
  return momentOf(on, clock, minutes);
}
