import type { CadencePeriod } from './cadence.type.ts';

/** A cadence that a text asks for in words. */
export interface ProposedCadence {
  times: number;
  period: CadencePeriod;
  /** The words that it was read from. */
  words: string;
}

const NUMBERS: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  十: 10,
};
const PERIODS: Readonly<Record<string, CadencePeriod>> = {
  周: 'WEEK',
  星期: 'WEEK',
  月: 'MONTH',
  季: 'QUARTER',
  季度: 'QUARTER',
  半年: 'HALF_YEAR',
  年: 'YEAR',
  年度: 'YEAR',
};
const PERIOD = '半年|季度|星期|年度|周|月|季|年';
const TIMES =
  '(?:(?:不少于|至少|各|开展|组织|召开|进行|推送|检查)?([一二两三四五六十]|\\d{1,2})[次轮场])';

/** Ways to say so; the first one that is found counts. */
const WAYS: readonly [RegExp, (found: RegExpExecArray) => Omit<ProposedCadence, 'words'> | null][] =
  [
    [
      new RegExp(`(?:每|一)个?(${PERIOD})${TIMES}`, 'u'),
      ([, period, times]) => timesIn(times, period),
    ],
    [
      new RegExp(`每个?(${PERIOD})(?:\\p{L}{0,8}?)${TIMES}`, 'u'),
      ([, period, times]) => timesIn(times, period),
    ],
    [new RegExp(`每([两二三四六]|\\d)个月`, 'u'), ([, months]) => everyMonths(numberOf(months))],
    [new RegExp(`[每逐]个?(${PERIOD})`, 'u'), ([, period]) => timesIn('一', period)],
    [/年度(?:审计|考核|述职|检查|评估|分析|结算)|一年一度/u, () => ({ times: 1, period: 'YEAR' })],
    [
      /(?:定期|常态化)(?:\p{L}{0,6}?)(?:检查|研究|通报|排查|更新|学习|督查|巡查|开展|清理|核查|推送)|定期/u,
      () => ({ times: 1, period: 'QUARTER' }),
    ],
  ];

/**
 * Reads out of a measure how often it promises to do something: 每月, 一年两次, 每半年 …; “定期” says no number and is
 * proposed as once a quarter, for a person to put right. Null when it promises no recurrence.
 */
export function proposeCadence(text: string): ProposedCadence | null {
  for (const [way, read] of WAYS) {
    const found = way.exec(text);
    const proposed = found && read(found);
    if (proposed) return { ...proposed, words: found[0] };
  }
  return null;
}

const numberOf = (word: string | undefined) => (word ? (NUMBERS[word] ?? Number(word)) : 1);

function timesIn(times: string | undefined, period: string | undefined) {
  const known = PERIODS[period ?? ''];
  return known ? { times: numberOf(times), period: known } : null;
}

const everyMonths = (months: number): Omit<ProposedCadence, 'words'> | null =>
  (
    ({
      3: { times: 1, period: 'QUARTER' },
      6: { times: 1, period: 'HALF_YEAR' },
      2: { times: 3, period: 'HALF_YEAR' },
      4: { times: 3, period: 'YEAR' },
    }) as const
  )[months as 3] ?? null;
