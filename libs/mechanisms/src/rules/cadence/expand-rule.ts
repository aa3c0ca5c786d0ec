import { addDays } from '@taizhang/platform/rules';
import { RRuleTemporal } from 'rrule-temporal';
import { readRule, type RuleParts } from './read-rule.ts';

/** No rule of days takes more looks than these to find the next day, or it never falls. */
const MOST_LOOKS = 20_000;

/** The first of the last days of months, which not every month has. */
const LAST_DAYS_FROM = 29;

const moment = (day: string) => new Date(`${day}T00:00:00Z`);

/**
 * The days on which a rule falls between two days, both included.
 *
 * @param rule as `readRule` takes it.
 * @param anchor what the rule counts from.
 */
export function ruleDays(rule: string, anchor: string, from: string, to: string): string[] {
  const read = readRule(rule);
  if ('wrong' in read) throw new Error(read.wrong);
  const begin = from < anchor ? anchor : from;
  if (begin > to) return [];
  const days = rulesOf(read.parts, anchor).flatMap((parts) => {
    const text = [...parts].map(([name, value]) => `${name}=${value}`).join(';');
    const rruleString = `DTSTART:${anchor.replaceAll('-', '')}T000000Z\nRRULE:${text};UNTIL=${to.replaceAll('-', '')}T000000Z`;
    const expanded = new RRuleTemporal({ rruleString, maxIterations: MOST_LOOKS });
    return fallingDays(expanded, begin, to);
  });
  return [...new Set(days)].sort();
}

function fallingDays(rule: RRuleTemporal, from: string, to: string): string[] {
  try {
    return rule
      .between(moment(from), moment(addDays(to, 1)), true)
      .map((found) => found.toString().slice(0, 10))
      .filter((day) => day >= from && day <= to);
  } catch (error) {
    // The library gives up on what it looks for in vain.
    if (/iterations/.test(String(error))) return [];
    throw error;
  }
}

/**
 * RFC 5545 leaves out the months that lack a day; what is promised for the 31st falls on the last day of those.
 * So each such day becomes a rule of its own, of one month where the rule goes by years: the last that there is of
 * the 28th to it.
 */
function rulesOf(parts: RuleParts, anchor: string): RuleParts[] {
  const isYearly = parts.get('FREQ') === 'YEARLY';
  if (parts.has('BYSETPOS') || parts.has('BYDAY') || !(isYearly || parts.get('FREQ') === 'MONTHLY'))
    return [parts];
  const named = parts.get('BYMONTHDAY');
  const days = named ? named.split(',').map(Number) : [Number(anchor.slice(8))];
  if (!days.some((day) => day >= LAST_DAYS_FROM)) return [parts];
  const months = isYearly ? monthsOf(parts, anchor) : [null];
  return days.flatMap((day) =>
    months.map(
      (month) =>
        new Map([...parts, ...(month ? [['BYMONTH', month] as const] : []), ...onDay(day)]),
    ),
  );
}

const EVERY_MONTH = Array.from({ length: 12 }, (_, index) => String(index + 1));

/** The months of a rule by years: those named; all of them where it names days; else the one that it counts from. */
const monthsOf = (parts: RuleParts, anchor: string): string[] =>
  parts.get('BYMONTH')?.split(',') ??
  (parts.has('BYMONTHDAY') ? EVERY_MONTH : [String(Number(anchor.slice(5, 7)))]);

function onDay(day: number): [string, string][] {
  if (day < LAST_DAYS_FROM) return [['BYMONTHDAY', String(day)]];
  const upTo = Array.from({ length: day - LAST_DAYS_FROM + 2 }, (_, n) => LAST_DAYS_FROM - 1 + n);
  return [
    ['BYMONTHDAY', upTo.join(',')],
    ['BYSETPOS', '-1'],
  ];
}
