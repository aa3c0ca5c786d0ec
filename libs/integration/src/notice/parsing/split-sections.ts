import type { OutlineNode } from './build-outline.ts';
import type { FlowText } from './flow-text.ts';
import { isSectionLabel, mayStartLabel, readLabel, type LabelKind } from './read-label.ts';
import { isStatusOnly, stateLength } from './read-state.ts';
import { BREAK } from './skip-markup.ts';

/** What the paragraphs of an item tell; OPEN is what stands before the first label. */
export type SectionKind = LabelKind | 'OPEN';

export interface ItemSection {
  readonly kind: SectionKind;
  /** What its label says, where its text says something else: 完成情况：一是… is a report. */
  readonly said: SectionKind;
  /** The words of its label; empty without one. */
  readonly words: string;
  /** Index of the label. */
  readonly start: number;
  /** Index behind the label. */
  readonly contentStart: number;
  readonly end: number;
}

/** Their value is a name, a day or a word or two, and ends with its line. */
const SHORT_KINDS: ReadonlySet<SectionKind> = new Set([
  'LEADER',
  'PERSON',
  'UNIT',
  'SUPPORT',
  'LIMIT',
  'STATE',
  'AMOUNT',
  'NUMBER',
]);
const LONGEST_STATE = 24;

/** Cuts the text of an item, from behind its title, at its labels; without labels one OPEN section. */
export function splitSections(
  flow: FlowText,
  from: number,
  to: number,
  numbered: readonly OutlineNode[],
): ItemSection[] {
  const cuts: { kind: LabelKind; words: string; start: number; contentStart: number }[] = [];
  const markers = new Map(numbered.map((node) => [node.contentStart, node.start]));
  for (let at = from; at < to; at += 1) {
    // （责任单位：…；整改时限：…） is a note and no section.
    if (flow.match[at] === '（') at = skipBrackets(flow, at, to);
    if (at !== from && !mayStartLabel(flow, at) && !markers.has(at)) continue;
    const label = readLabel(flow, at);
    if (!label || label.kind === 'AREA') continue;
    cuts.push({
      kind: label.kind,
      words: label.words,
      start: markers.get(at) ?? at,
      contentStart: label.contentStart,
    });
    at = label.contentStart - 1;
  }
  const isStateLabelled = cuts.some(({ kind }) => kind === 'STATE');
  const first = cuts[0]?.start ?? to;
  const sections: ItemSection[] = [];
  if (first > from)
    sections.push({
      kind: 'OPEN',
      said: 'OPEN',
      words: '',
      start: from,
      contentStart: from,
      end: first,
    });
  cuts.forEach((cut, index) => {
    const next = cuts[index + 1]?.start ?? to;
    const end = SHORT_KINDS.has(cut.kind) ? endOfLine(flow, cut.contentStart, next) : next;
    const kind = roleOf(flow, cut.kind, cut.contentStart, end, isStateLabelled);
    sections.push({ ...cut, kind, said: cut.kind, end });
  });
  return sections;
}

const LONGEST_NOTE = 160;

/** Index behind a bracket that closes soon; the bracket itself where it does not. */
function skipBrackets(flow: FlowText, at: number, to: number): number {
  const close = flow.match.slice(at, Math.min(to, at + LONGEST_NOTE)).indexOf('）');
  return close === -1 ? at : at + close + 1;
}

function roleOf(
  flow: FlowText,
  kind: LabelKind,
  from: number,
  to: number,
  isStateLabelled: boolean,
): LabelKind {
  const text = flow.match.slice(from, Math.min(to, from + LONGEST_STATE + 16));
  const isShort = to - from <= LONGEST_STATE;
  // 完成情况：已完成 is a state; 完成情况：一是… is a report. 整改进展：正在推进 is a state as well.
  if (kind === 'STATE') return isShort || stateLength(text) > 0 ? kind : 'PROGRESS';
  if (kind === 'PROGRESS' && isShort && isStatusOnly(text)) return 'STATE';
  // 完成时限：已完成 beside no other state; 整改时限：长期坚持 is a limit.
  const isDone = /完成|到位|销号|办结/.test(text) && isStatusOnly(text);
  return kind === 'LIMIT' && isShort && isDone && !isStateLabelled ? 'STATE' : kind;
}

function endOfLine(flow: FlowText, from: number, to: number): number {
  for (let at = from + 1; at < to; at += 1) {
    const follows = '。；'.includes(flow.match[at - 1] ?? '-');
    if ((flow.breaks[at] ?? 0) >= (follows ? BREAK.CELL : BREAK.LINE)) return at;
  }
  return to;
}

/** （1）整改措施：… （2）整改成效：… : the number heads a section and no measure. */
export function headsSection(flow: FlowText, node: OutlineNode): boolean {
  return isSectionLabel(flow, node.contentStart);
}
