import type { OutlineNode } from './build-outline.ts';
import type { FlowText } from './flow-text.ts';
import { isSectionLabel, SECTION_LABEL } from './read-title.ts';
import { BREAK } from './skip-markup.ts';

/** What the paragraphs of an item tell: only MEASURES and PROGRESS hold corrective measures. */
export type SectionKind =
  'OPEN' | 'MEASURES' | 'PROGRESS' | 'EFFECT' | 'STATUS' | 'PROBLEM' | 'RESPONSIBLE' | 'NEXT';

export interface ItemSection {
  readonly kind: SectionKind;
  /** Index of the label. */
  readonly start: number;
  /** Index behind the label. */
  readonly contentStart: number;
  readonly end: number;
}

const DONE =
  /^(?:该|此)?(?:问题|项|任务)?(?:目前|现|均|已经|已|正在|正|仍在){0,3}(?:全部|基本|阶段性|立行立改|按期|按时)?(?:整改)?(?:完成|到位|办结|销号|落实|坚持|推进|整改|长期坚持|持续推进|持续整改|长期整改|正在整改|未完成)(?:整改|并长期坚持|，?长期坚持|销号|到位)?$/;

/** A cell or clause that reports nothing but the state: 已完成, 立行立改，已整改到位. */
export function isStatusOnly(text: string): boolean {
  const plain = text.replace(/[。；，\s]+$/, '');
  return plain.length <= 16 && DONE.test(plain.replace(/^(?:目前|现)，?/, ''));
}

/** Cuts the text of an item, from behind its title, at its labels; without labels one OPEN section. */
export function splitSections(
  flow: FlowText,
  from: number,
  to: number,
  numbered: readonly OutlineNode[],
): ItemSection[] {
  const cuts: { kind: SectionKind; start: number; contentStart: number }[] = [];
  const markers = new Map(numbered.map((node) => [node.contentStart, node.start]));
  for (let at = from; at < to; at += 1) {
    if (!mayStartLabel(flow, at, from) && !markers.has(at)) continue;
    SECTION_LABEL.lastIndex = at;
    const found = SECTION_LABEL.exec(flow.match);
    if (!found) continue;
    const contentStart = at + found[0].length;
    cuts.push({ kind: kindOf(found[0]), start: markers.get(at) ?? at, contentStart });
  }
  const isStateLabelled = cuts.some(({ kind }) => kind === 'STATUS');
  const first = cuts[0]?.start ?? to;
  const sections: ItemSection[] = [];
  if (first > from) sections.push({ kind: 'OPEN', start: from, contentStart: from, end: first });
  cuts.forEach((cut, index) => {
    const end = cuts[index + 1]?.start ?? to;
    const text = flow.match.slice(cut.contentStart, Math.min(end, cut.contentStart + 40));
    // 完成情况：已完成 is a state; 完成情况：一是… is a report. 整改进展：正在推进 is a state as well.
    const isShort = end - cut.contentStart <= 24;
    let kind = cut.kind;
    if (kind === 'STATUS' && !isShort && !isStatusOnly(text)) kind = 'PROGRESS';
    // 完成时限：已完成 beside no other state; 整改时限：长期坚持 beside 整改状态：已完成 is a term.
    const mayBeState = kind === 'PROGRESS' || (kind === 'RESPONSIBLE' && !isStateLabelled);
    if (mayBeState && isShort && isStatusOnly(text)) kind = 'STATUS';
    sections.push({ ...cut, kind, end });
  });
  return sections;
}

/** （1）整改措施：… （2）整改成效：… : the number heads a section and no measure. */
export function headsSection(flow: FlowText, node: OutlineNode): boolean {
  return isSectionLabel(flow, node.contentStart);
}

function mayStartLabel(flow: FlowText, at: number, from: number): boolean {
  if (at === from || (flow.breaks[at] ?? 0) >= BREAK.CELL) return true;
  // 整改时限：9月底　整改状态：已完成: blanks in between stand for a break.
  if ((flow.starts[at] ?? 0) > (flow.ends[at - 1] ?? 0)) return true;
  return '。；：】'.includes(flow.match[at - 1] ?? '-');
}

function kindOf(label: string): SectionKind {
  if (/下一?步/.test(label)) return 'NEXT';
  if (/表现|描述/.test(label)) return 'PROBLEM';
  if (/责任|牵头|配合|时限|期限|时间/.test(label)) return 'RESPONSIBLE';
  if (/状态|状况|进度|完成情况/.test(label)) return 'STATUS';
  if (/成效|结果|效果/.test(label)) return 'EFFECT';
  if (/措施|举措|做法/.test(label)) return 'MEASURES';
  return 'PROGRESS';
}
