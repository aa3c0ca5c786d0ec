import { bilingual, type BilingualText } from '@taizhang/platform/rules';

/** What a rule of RFC 5545 says, part by part. */
export type RuleParts = ReadonlyMap<string, string>;

const WHOLE = (from: number, to: number) => (text: string) =>
  /^[+-]?\d{1,4}$/.test(text) && Number(text) !== 0 && Number(text) >= from && Number(text) <= to;
const list = (isOne: (text: string) => boolean) => (text: string) => text.split(',').every(isOne);

/** The parts that a rule of whole days may have, each with what it may hold. */
const PARTS: Readonly<Record<string, (text: string) => boolean>> = {
  FREQ: (text) => ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'].includes(text),
  INTERVAL: WHOLE(1, 120),
  BYMONTH: list(WHOLE(1, 12)),
  BYMONTHDAY: list(WHOLE(-31, 31)),
  BYDAY: list((text) => /^([+-]?[1-5])?(MO|TU|WE|TH|FR|SA|SU)$/.test(text)),
  BYSETPOS: list(WHOLE(-366, 366)),
  WKST: (text) => ['MO', 'SU'].includes(text),
};

const NOT_SO: Record<string, BilingualText> = {
  FREQ: bilingual(
    'FREQ 须为 DAILY、WEEKLY、MONTHLY 或 YEARLY；按小时、分、秒重复的规则没有尽头，不能使用',
    'FREQ is DAILY, WEEKLY, MONTHLY or YEARLY: a rule by the hour, minute or second never ends',
  ),
  COUNT: bilingual(
    '规则中不写 COUNT：到哪天为止请填“终止日期”',
    'Leave COUNT out: say the last day as endsOn',
  ),
  UNTIL: bilingual(
    '规则中不写 UNTIL：到哪天为止请填“终止日期”',
    'Leave UNTIL out: say the last day as endsOn',
  ),
};

export const RULE_NEVER_FALLS = bilingual(
  '按此规则没有任何一天到期，如 2 月 30 日：请改规则或起始日期',
  'By this rule nothing ever falls due, as on 30 February: change the rule or the start',
);

/** Takes a rule apart. @returns why it cannot be used, when it cannot. */
export function readRule(text: string): { parts: RuleParts } | { wrong: BilingualText } {
  const parts = new Map<string, string>();
  for (const part of text.replace(/^RRULE:/i, '').split(';')) {
    const [name = '', value = '', ...rest] = part.trim().toUpperCase().split('=');
    const isRight = PARTS[name];
    if (NOT_SO[name] && !isRight?.(value)) return { wrong: NOT_SO[name] };
    if (!isRight || rest.length || parts.has(name)) return { wrong: unknownPart(name) };
    if (!isRight(value)) return { wrong: wrongValue(name, value) };
    parts.set(name, value);
  }
  if (!parts.has('FREQ')) return { wrong: NOT_SO['FREQ']! };
  const isAtOdds = parts.get('FREQ') === 'DAILY' && parts.has('BYMONTHDAY');
  return isAtOdds ? { wrong: RULE_NEVER_FALLS } : { parts };
}

const unknownPart = (name: string) =>
  bilingual(
    `规则中不能用“${name}”，或写了两次：可用 ${Object.keys(PARTS).join('、')}`,
    `A rule has no “${name}”, or has it twice: it may have ${Object.keys(PARTS).join(', ')}`,
  );
const wrongValue = (name: string, value: string) =>
  bilingual(`规则中 ${name} 不能为“${value}”`, `${name} cannot be “${value}” in a rule`);
