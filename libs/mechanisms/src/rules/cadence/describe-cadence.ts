import { bilingual, type BilingualText } from '@taizhang/platform/rules';
import type { Cadence, CadencePeriod } from './cadence.type.ts';
import { readRule, type RuleParts } from './read-rule.ts';

type Two = readonly [chinese: string, english: string];

const PERIODS: Record<CadencePeriod, Two> = {
  WEEK: ['每周', 'a week'],
  MONTH: ['每月', 'a month'],
  QUARTER: ['每季度', 'a quarter'],
  HALF_YEAR: ['每半年', 'a half-year'],
  YEAR: ['每年', 'a year'],
};
const UNITS: Record<string, Two> = {
  DAY: ['天', 'days'],
  WORKING_DAY: ['个工作日', 'working days'],
  MONTH: ['个月', 'months'],
};
const DAYS: Readonly<Record<string, Two>> = {
  MO: ['周一', 'Monday'],
  TU: ['周二', 'Tuesday'],
  WE: ['周三', 'Wednesday'],
  TH: ['周四', 'Thursday'],
  FR: ['周五', 'Friday'],
  SA: ['周六', 'Saturday'],
  SU: ['周日', 'Sunday'],
};
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** A cadence as people say it; a rule that says more than usual is given as it stands. */
export function describeCadence(cadence: Cadence): BilingualText {
  switch (cadence.kind) {
    case 'TIMES': {
      const [chinese, english] = PERIODS[cadence.period];
      const times = cadence.times === 1 ? 'once' : `${cadence.times} times`;
      return bilingual(`${chinese} ${cadence.times} 次`, `${times} ${english}`);
    }
    case 'FACT': {
      const { count, unit } = cadence.delay;
      const [chinese, english] = UNITS[unit]!;
      return bilingual(
        `${cadence.factKind} 发生后 ${count} ${chinese}内`,
        `within ${count} ${english} of ${cadence.factKind}`,
      );
    }
    case 'RULE': {
      const read = readRule(cadence.rule);
      const said = 'parts' in read ? describeRule(read.parts) : null;
      return said ? bilingual(...said) : bilingual(cadence.rule, cadence.rule);
    }
  }
}

function describeRule(parts: RuleParts): Two | null {
  if (parts.has('BYSETPOS')) return null;
  const interval = Number(parts.get('INTERVAL') ?? 1);
  const [chineseDays, englishDays] = describeDays(parts);
  switch (parts.get('FREQ')) {
    case 'DAILY':
      return parts.has('BYMONTH')
        ? null
        : [`每${many(interval)}天${chineseDays}`, `every ${nth(interval)}day${englishDays}`];
    case 'WEEKLY':
      return parts.has('BYMONTH')
        ? null
        : [`每${many(interval)}周${chineseDays}`, `every ${nth(interval)}week${englishDays}`];
    case 'MONTHLY':
      return parts.has('BYMONTH')
        ? null
        : [
            `每${interval > 1 ? `${interval} 个` : ''}月${chineseDays}`,
            `every ${nth(interval)}month${englishDays}`,
          ];
    default: {
      const months = parts.get('BYMONTH')?.split(',').map(Number) ?? [];
      const chinese = months.length ? `${months.join('、')} 月` : '';
      const english = months.map((month) => MONTHS[month - 1]).join(', ');
      return [
        `每${many(interval)}年 ${chinese}${chineseDays}`.trimEnd(),
        `every ${nth(interval)}year${english ? ` in ${english}` : ''}${englishDays}`,
      ];
    }
  }
}

const many = (interval: number) => (interval > 1 ? ` ${interval} ` : '');
const nth = (interval: number) => (interval > 1 ? `${interval} × ` : '');

function describeDays(parts: RuleParts): Two {
  const dates = parts.get('BYMONTHDAY')?.split(',').map(Number) ?? [];
  const weekdays = parts.get('BYDAY')?.split(',') ?? [];
  if (dates.length) {
    const chinese = dates.map((day) =>
      day === -1 ? '最后一天' : day < 0 ? `倒数第 ${-day} 天` : `${day} 日`,
    );
    const english = dates.map((day) =>
      day === -1 ? 'the last day' : day < 0 ? `day ${-day} from the end` : `the ${day}.`,
    );
    return [` ${chinese.join('、')}`, ` on ${english.join(', ')}`];
  }
  if (!weekdays.length) return ['', ''];
  const named = weekdays.map((day) => {
    const place = Number(day.slice(0, -2) || 0);
    const [chinese, english] = DAYS[day.slice(-2)]!;
    if (!place) return [chinese, english] as const;
    if (place === -1) return [`最后一个${chinese}`, `the last ${english}`] as const;
    return [`第 ${place} 个${chinese}`, `${english} no. ${place}`] as const;
  });
  return [
    ` ${named.map(([chinese]) => chinese).join('、')}`,
    ` on ${named.map(([, english]) => english).join(', ')}`,
  ];
}
