import type { TitleMark } from './find-titles.ts';
import type { FlowText } from './flow-text.ts';

export interface ShortNames {
  /** Short key → key of the full title. */
  readonly fullKeys: ReadonlyMap<string, string>;
  /** Starts of 《》 that only announce a short name. */
  readonly announcements: ReadonlySet<number>;
  /** Later mentions of a short name in quotation marks. */
  readonly quoted: readonly TitleMark[];
}

const MOST_NAMES = 100;
const ANNOUNCED =
  /^（[^（）《》"]{0,20}?(?:以下|下文|下)?(?:统一?)?(?:简称|称)(?:为)?[:：]?(?:《([^《》]{1,40})》|"([^"（）]{1,40})"|([^（）《》"，]{1,30}))）/;

/** Reads 《full title》（以下简称《short》 or “short”） and finds where the short name is used again. */
export function readShortNames(flow: FlowText, titles: readonly TitleMark[]): ShortNames {
  const fullKeys = new Map<string, string>();
  const announcements = new Set<number>();
  const quotedNames: { name: string; from: number }[] = [];
  for (const mark of titles) {
    const found = ANNOUNCED.exec(flow.match.slice(mark.end, mark.end + 80));
    if (!found) continue;
    const [whole, marked, quoted, bare] = found;
    const short = (marked ?? quoted ?? bare ?? '').replace(/\s/g, '');
    if (!short || fullKeys.size >= MOST_NAMES) continue;
    if (marked !== undefined) announcements.add(mark.end + whole.indexOf('《'));
    // The first announcement counts; each name is looked for through the text once.
    if (fullKeys.has(short)) continue;
    fullKeys.set(short, mark.key);
    if (marked === undefined) quotedNames.push({ name: short, from: mark.end + whole.length });
  }
  return { fullKeys, announcements, quoted: findQuoted(flow, quotedNames) };
}

function findQuoted(
  flow: FlowText,
  names: readonly { readonly name: string; readonly from: number }[],
): TitleMark[] {
  const marks: TitleMark[] = [];
  for (const { name, from } of names) {
    const written = `"${name}"`;
    for (let at = flow.match.indexOf(written, from); at !== -1;) {
      const end = at + written.length;
      marks.push({ start: at, end, title: flow.shown.slice(at + 1, end - 1), key: name });
      at = flow.match.indexOf(written, end);
    }
  }
  return marks;
}
