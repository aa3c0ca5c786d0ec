import { bilingual, type BilingualText } from '@taizhang/platform/rules';
import { ITEM_LIFE_CYCLE } from '../item-life-cycle.ts';
import { MEASURE_LIFE_CYCLE } from '../measure-life-cycle.ts';
import { NearTexts, normalizeText } from './near-texts.ts';
import {
  PLAN_CHECK_CODES,
  type CheckedItem,
  type CheckedMeasure,
  type CheckedPlan,
  type PlanCheckCode,
  type PlanFinding,
} from './plan.type.ts';
import { findVagueWord } from './vague-words.ts';

/** Where a rule found something; the rest of the finding is the same for every rule. */
type Found = Omit<PlanFinding, 'code' | 'itemKey' | 'itemLabel'> & { item: CheckedItem };

interface PlanCheck {
  /** What it looks for. */
  title: BilingualText;
  /** Why that is worth a look, and what to do. */
  advice: BilingualText;
  /** Whether a published notice can say enough for it: one names no owners, dates or evidence. */
  ofNotices: boolean;
  check: (plan: CheckedPlan) => Found[];
}

const at = (item: CheckedItem, field: string, more: Partial<Found> = {}): Found => ({
  item,
  field,
  measureOrdinal: null,
  start: null,
  end: null,
  excerpt: null,
  relatedLabel: null,
  ...more,
});

// A notice says of none where it stands.
const counts = ({ status }: CheckedItem) =>
  status === null || ITEM_LIFE_CYCLE.is('isCounted', status);

const current = ({ measures }: CheckedItem) =>
  measures.filter(({ status }) => status === null || MEASURE_LIFE_CYCLE.is('isCounted', status));

/** The rule for each measure that counts, of each item. */
const ofMeasures =
  (
    find: (measure: CheckedMeasure, item: CheckedItem, plan: CheckedPlan) => Partial<Found> | null,
  ) =>
  (plan: CheckedPlan): Found[] =>
    plan.items.flatMap((item) =>
      current(item).flatMap((measure) => {
        const found = find(measure, item, plan);
        return found ? [at(item, 'text', { measureOrdinal: measure.ordinal, ...found })] : [];
      }),
    );

const isLater = (day: string | null, end: string | null): boolean =>
  day !== null && end !== null && day > end;

const isLongTerm = ({ type, status }: CheckedItem) =>
  type === 'LONG_TERM' || (status !== null && ITEM_LIFE_CYCLE.is('isLongTerm', status));

function findDatesBeyond(plan: CheckedPlan): Found[] {
  const end = plan.intensivePeriodEndsOn;
  return plan.items
    .filter((item) => !isLongTerm(item))
    .flatMap((item) => [
      ...(isLater(item.dueOn, end) ? [at(item, 'dueOn', { excerpt: item.dueOn })] : []),
      ...current(item)
        .filter(({ dueOn }) => isLater(dueOn, end))
        .map(({ ordinal, dueOn }) =>
          at(item, 'dueOn', { measureOrdinal: ordinal, excerpt: dueOn }),
        ),
    ]);
}

function findSameTexts({ items }: CheckedPlan): Found[] {
  const seen = new Map<string, string>();
  return items.flatMap((item) => {
    const text = normalizeText(item.title);
    const relatedLabel = seen.get(text);
    if (relatedLabel === undefined) seen.set(text, item.label);
    return relatedLabel === undefined || !text ? [] : [at(item, 'title', { relatedLabel })];
  });
}

function findNearTexts({ items }: CheckedPlan): Found[] {
  const texts = new NearTexts(items.map(({ title }) => normalizeText(title)));
  return items.flatMap((item, index) => {
    const other = texts.find(index);
    texts.add(index);
    return other === null ? [] : [at(item, 'title', { relatedLabel: items[other]!.label })];
  });
}

function findReturned({ items, earlier }: CheckedPlan): Found[] {
  const before = earlier.map(({ title }) => normalizeText(title));
  const now = items.map(({ title }) => normalizeText(title));
  const same = new Map(before.map((text, index) => [text, index]));
  const texts = new NearTexts([...before, ...now]);
  before.forEach((_text, index) => texts.add(index));
  return items.flatMap((item, index) => {
    const other = same.get(now[index]!) ?? texts.find(before.length + index);
    return other === null ? [] : [at(item, 'title', { relatedLabel: earlier[other]!.label })];
  });
}

/** Every check of a plan. They inform and never block. */
export const PLAN_CHECKS: Record<PlanCheckCode, PlanCheck> = {
  ITEM_WITHOUT_MEASURE: {
    title: bilingual('问题没有整改措施', 'Item without a measure'),
    advice: bilingual('请补充至少一条措施', 'Add at least one measure'),
    ofNotices: true,
    check: ({ items }) =>
      items.filter((item) => !current(item).length).map((item) => at(item, 'measures')),
  },
  MEASURE_WITHOUT_OWNER: {
    title: bilingual('措施没有责任人', 'Measure without an owner'),
    advice: bilingual('请明确责任人或责任科室', 'Name who does it, a person or a unit'),
    ofNotices: false,
    check: ofMeasures(({ hasOwner }) => (hasOwner ? null : { field: 'owner' })),
  },
  MEASURE_WITHOUT_DATE: {
    title: bilingual('措施没有时限', 'Measure without a date'),
    advice: bilingual('请填写完成时限', 'Say until when'),
    ofNotices: false,
    // A measure has its item's date where it has none of its own.
    check: ofMeasures(({ dueOn }, item) => ((dueOn ?? item.dueOn) ? null : { field: 'dueOn' })),
  },
  DATE_BEYOND_INTENSIVE_PERIOD: {
    title: bilingual('时限晚于集中整改期', 'Date beyond the intensive period'),
    advice: bilingual(
      '请提前时限，或按长期整改管理',
      'Move it earlier, or hold the item as long-term',
    ),
    ofNotices: false,
    check: findDatesBeyond,
  },
  VAGUE_WORDS: {
    title: bilingual('措施表述笼统', 'Vague words without an output'),
    advice: bilingual(
      '请写明可核对的成果：数量、文件、清单或日期',
      'Name an output that can be checked: a number, a document, a list or a date',
    ),
    ofNotices: true,
    check: ofMeasures(({ text }) => {
      const vague = findVagueWord(text);
      return vague && { start: vague.start, end: vague.end, excerpt: vague.word };
    }),
  },
  CLOSED_WITHOUT_EVIDENCE: {
    title: bilingual('已销号但没有佐证材料', 'Closed without evidence'),
    advice: bilingual('请补充佐证材料或重新打开', 'Attach the evidence or reopen it'),
    ofNotices: false,
    check: ({ items }) =>
      items
        .filter(
          ({ status, evidenceCount }) =>
            evidenceCount === 0 && status !== null && ITEM_LIFE_CYCLE.is('isCompleted', status),
        )
        .map((item) => at(item, 'evidence')),
  },
  SAME_TEXT: {
    title: bilingual('问题表述相同', 'Two items with the same text'),
    advice: bilingual('请核对是否重复登记', 'See whether it was registered twice'),
    ofNotices: true,
    check: findSameTexts,
  },
  NEAR_SAME_TEXT: {
    title: bilingual('问题表述相近', 'Two items with nearly the same text'),
    advice: bilingual('请核对是否为同一问题', 'See whether they are one problem'),
    ofNotices: true,
    check: findNearTexts,
  },
  CAME_BACK: {
    title: bilingual('以往轮次的问题再次出现', 'A problem of an earlier round came back'),
    advice: bilingual(
      '请对照以往整改，找出为何反弹',
      'Look at what was done then, and why it did not last',
    ),
    ofNotices: false,
    check: findReturned,
  },
};

/** Runs one check over a plan; what was withdrawn is no part of it. */
export function runPlanCheck(code: PlanCheckCode, plan: CheckedPlan): PlanFinding[] {
  const items = plan.items.filter(counts);
  return PLAN_CHECKS[code].check({ ...plan, items }).map(({ item, ...found }) => ({
    code,
    itemKey: item.key,
    itemLabel: item.label,
    ...found,
  }));
}

/** Runs every check over a plan, or those that a notice can be asked. */
export function checkPlan(plan: CheckedPlan, of: 'plan' | 'notice' = 'plan'): PlanFinding[] {
  return PLAN_CHECK_CODES.filter((code) => of === 'plan' || PLAN_CHECKS[code].ofNotices).flatMap(
    (code) => runPlanCheck(code, plan),
  );
}
