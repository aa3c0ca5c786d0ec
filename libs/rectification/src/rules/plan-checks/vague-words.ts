/** Words of effort that name no result. */
const VAGUE =
  /进一步|不断|持续|加强|强化|提高认识|提高站位|提升意识|高度重视|切实|努力|着力|深化|深入推进|大力|扎实推进|压实责任|增强意识/g;

const NUMERAL = '[0-9０-９一二三四五六七八九十百千万两]';
const UNIT =
  '(?:个|项|件|份|场|次|人次|人|名|家|处|篇|册|本|张|条|期|批|轮|小时|学时|天|日|周|万元|元|％|%|平方米)';

/** What somebody can count, tick off or hold against a calendar. 制度 or 方案 alone is none of it: which one? */
const COUNTABLE: readonly RegExp[] = [
  // Numbered things such as 第一议题 count nothing.
  new RegExp(`(?<!第|${NUMERAL})${NUMERAL}+(?:余|多)?${UNIT}`),
  /《[^《》]+》/,
  /清单|台账|名册|名单|登记|目录|(?<![代发外])表(?![示达明现态彰率扬决述面])/,
  /\d{4}\s*年|\d{1,2}\s*月|[一二三四五六七八九十]+月(?:底|前|\d)|(?:年|季度?|月)底前?|(?:上|下)半年/,
  /每(?:日|天|周|月|季度?|半年|年|两周)|按(?:日|周|月|季|年)/,
];

export interface VagueWord {
  start: number;
  end: number;
  word: string;
}

/** The first vague word of a text that promises nothing countable; null when there is none, or something. */
export function findVagueWord(text: string): VagueWord | null {
  const [first] = text.matchAll(VAGUE);
  if (!first || COUNTABLE.some((pattern) => pattern.test(text))) return null;
  return { start: first.index, end: first.index + first[0].length, word: first[0] };
}
