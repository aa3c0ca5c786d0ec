import { NUMBER_PATTERN, readNumber } from './read-number.ts';

export interface Quantities {
  readonly sessions: number | null;
  readonly attendances: number | null;
  readonly hours: number | null;
}

const SESSIONS = new RegExp(
  `(?<![第\\d零一二三四五六七八九十百])(${NUMBER_PATTERN})余?(?:场次|场|次|期|轮)`,
);
const ATTENDANCES = new RegExp(`(${NUMBER_PATTERN})余?(?:人次|人|名|余人)`);
const HOURS = new RegExp(`(${NUMBER_PATTERN})余?个?(?:学时|课时)`);
const NEXT_OCCASION =
  /(?:召开|举办|开展(?!了?\d)|组织(?!了?\d)|举行|参加(?!人)|走访|调研|座谈|约谈|谈话|发放|慰问|给予|处分)/;

/**
 * Reads 场次, 人次 and 学时 beside an occasion: right before its name (3次培训) or behind it up to the
 * next occasion (培训3场，120人次). Numbers of another thing (会议12项议题) are left alone.
 */
export function readQuantities(before: string, after: string, word: string): Quantities {
  const cut = after.search(NEXT_OCCASION);
  const behind = cut === -1 ? after : after.slice(0, cut);
  const lead = before.slice(before.lastIndexOf('，') + 1);
  const ahead = lead.slice(-24);
  return {
    sessions: readFigure(SESSIONS, behind) ?? readFigure(SESSIONS, ahead),
    attendances:
      word === '会议' ? readFigure(/(\d+)余?人次/, behind) : readFigure(ATTENDANCES, behind),
    hours: readFigure(HOURS, behind) ?? readFigure(HOURS, ahead),
  };
}

function readFigure(pattern: RegExp, text: string): number | null {
  const found = pattern.exec(text);
  return found ? readNumber(found[1] ?? '') : null;
}
