import type { ItemStatus } from '../item-life-cycle.ts';
import type { MeasureStatus } from '../measure-life-cycle.ts';

/** A plan as far as its checks read it: a round's items with their measures, or a notice's. */
export interface CheckedPlan {
  /** Null when nobody said. */
  intensivePeriodEndsOn: string | null;
  items: readonly CheckedItem[];
  /** Problems of earlier rounds of the same organization. */
  earlier: readonly { label: string; title: string }[];
}

export interface CheckedItem {
  /** What the caller knows it by. */
  key: string;
  /** What a reader knows it by: its code or its place. */
  label: string;
  title: string;
  type: string | null;
  status: ItemStatus | null;
  dueOn: string | null;
  evidenceCount: number;
  measures: readonly CheckedMeasure[];
}

export interface CheckedMeasure {
  ordinal: number;
  text: string;
  status: MeasureStatus | null;
  hasOwner: boolean;
  dueOn: string | null;
}

/** One thing worth a look: where it is, and what exactly. */
export interface PlanFinding {
  code: PlanCheckCode;
  itemKey: string;
  itemLabel: string;
  /** Null when the finding is about the item itself. */
  measureOrdinal: number | null;
  field: string;
  /** Half-open range of characters in the field; null when the whole field is meant. */
  start: number | null;
  end: number | null;
  excerpt: string | null;
  /** The other record, where two are alike. */
  relatedLabel: string | null;
}

export const PLAN_CHECK_CODES = [
  'ITEM_WITHOUT_MEASURE',
  'MEASURE_WITHOUT_OWNER',
  'MEASURE_WITHOUT_DATE',
  'DATE_BEYOND_INTENSIVE_PERIOD',
  'VAGUE_WORDS',
  'CLOSED_WITHOUT_EVIDENCE',
  'SAME_TEXT',
  'NEAR_SAME_TEXT',
  'CAME_BACK',
] as const;
export type PlanCheckCode = (typeof PLAN_CHECK_CODES)[number];
