import { checkPlan, PLAN_CHECKS, type PlanCheckCode } from '@taizhang/rectification/rules';
import type { ParsedNotice } from '../notice/parsing/index.ts';
import { itemsOfArea } from './items-of-area.ts';

/** Something in a notice that is worth a look; it holds nothing up. */
export interface NoticeCheck {
  code: PlanCheckCode;
  /** "中文 / English": what was found. */
  message: string;
  /** Area, item and measure ordinals, as far as they go. */
  path: string;
  excerpt: string | null;
}

/** Runs the checks of plans over what a notice says of its measures. */
export function checkNotice({ areas }: ParsedNotice): NoticeCheck[] {
  const items = areas.flatMap((area) =>
    itemsOfArea(area).map(({ ordinal, title, measures }) => ({
      key: `${area.ordinal}.${ordinal}`,
      label: `${area.ordinal}.${ordinal}`,
      title,
      type: null,
      status: null,
      dueOn: null,
      evidenceCount: 0,
      measures: measures.map((measure) => ({
        ordinal: measure.ordinal,
        text: measure.text,
        status: null,
        hasOwner: false,
        dueOn: null,
      })),
    })),
  );
  const findings = checkPlan({ intensivePeriodEndsOn: null, items, earlier: [] }, 'notice');
  return findings.map(({ code, itemLabel, measureOrdinal, excerpt, relatedLabel }) => ({
    code,
    message: PLAN_CHECKS[code].title,
    path: measureOrdinal === null ? itemLabel : `${itemLabel}.${measureOrdinal}`,
    excerpt: excerpt ?? relatedLabel,
  }));
}
