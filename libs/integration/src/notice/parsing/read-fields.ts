import { toSource, type FlowText } from './flow-text.ts';
import type { NoticeFields, NoticeWords } from './notice.type.ts';
import type { LabelKind } from './read-label.ts';
import { readLimit } from './read-limit.ts';
import type { FieldPiece } from './read-notes.ts';
import { readSum } from './read-sums.ts';
import { stateLength } from './read-state.ts';
import type { ItemSection } from './split-sections.ts';

export const NO_FIELDS: NoticeFields = {
  leader: null,
  person: null,
  unit: null,
  supportingUnits: null,
  limit: null,
  state: null,
  progress: null,
  effect: null,
  manifestations: null,
  cause: null,
  goal: null,
  basis: null,
  unfinishedReason: null,
  nextStep: null,
  accountability: null,
  amountInvolved: null,
};

type WordField = Exclude<keyof NoticeFields, 'limit' | 'amountInvolved'>;
const FIELD_OF: Readonly<Partial<Record<LabelKind, WordField>>> = {
  LEADER: 'leader',
  PERSON: 'person',
  UNIT: 'unit',
  SUPPORT: 'supportingUnits',
  PROGRESS: 'progress',
  EFFECT: 'effect',
  MANIFESTATION: 'manifestations',
  CAUSE: 'cause',
  GOAL: 'goal',
  BASIS: 'basis',
  UNFINISHED: 'unfinishedReason',
  NEXT: 'nextStep',
  ACCOUNTABILITY: 'accountability',
};
const BETWEEN_NAMES = /[、，；/]/;

/** What labelled sections say, as far as they are no measures themselves. */
export function piecesOf(sections: readonly ItemSection[]): FieldPiece[] {
  const isToldApart = sections.some(({ kind }) => kind === 'MEASURES');
  const hasProgress = sections.some(({ said }) => said === 'PROGRESS');
  return sections.flatMap(({ kind, said, words, contentStart: start, end }): FieldPiece[] => {
    const state: FieldPiece[] = kind === 'STATE' ? [{ kind, start, end }] : [];
    const progress: FieldPiece[] = [{ kind: 'PROGRESS', start, end }];
    if (said === 'PROGRESS' || kind === 'PROGRESS')
      // Without 整改措施 the report holds the measures.
      return [...state, ...(isToldApart || kind === 'STATE' ? progress : [])];
    if (kind === 'STATE') return state;
    if (kind === 'OPEN' || kind === 'MEASURES') return [];
    if (kind === 'EFFECT') return [{ kind, start, end }, ...(hasProgress ? [] : progress)];
    return [{ kind, start, end, rest: restOf(kind, words) }];
  });
}

/** What the names behind the first one are, where a label names two things. */
function restOf(kind: LabelKind, words: string): LabelKind | null {
  if (kind === 'UNIT' && /配合|协[助办同]/.test(words)) return 'SUPPORT';
  return kind === 'LEADER' && /单位|部门|科|处室/.test(words) ? 'UNIT' : null;
}

/** Puts the pieces together; the first of a kind counts. */
export function readFields(flow: FlowText, pieces: readonly FieldPiece[]): NoticeFields {
  const fields: { -readonly [Key in keyof NoticeFields]: NoticeFields[Key] } = { ...NO_FIELDS };
  for (const piece of pieces.flatMap((one) => splitNames(flow, one))) {
    const words = toWords(flow, piece.start, piece.end);
    if (!words) continue;
    const field = FIELD_OF[piece.kind];
    if (field) fields[field] ??= words;
    if (piece.kind === 'LIMIT')
      fields.limit ??= { ...words, ...readLimit(flow.match.slice(piece.start, piece.end)) };
    if (piece.kind === 'AMOUNT') fields.amountInvolved ??= readSum(flow, piece.start, piece.end);
    if (piece.kind === 'STATE') addState(flow, piece, fields);
  }
  fields.state ??= stateWithin(flow, pieces);
  return fields;
}

/** 责任部门/配合部门：财务管理部、战略投资部: the first answers, the others support. */
function splitNames(flow: FlowText, piece: FieldPiece): FieldPiece[] {
  if (!piece.rest) return [piece];
  const start = skipPunctuation(flow, piece.start, piece.end);
  const cut = flow.match.slice(start, piece.end).search(BETWEEN_NAMES);
  if (cut < 0) return [piece];
  return [
    { kind: piece.kind, start, end: start + cut },
    { kind: piece.rest, start: start + cut + 1, end: piece.end },
  ];
}

/** 正在推进，冷库主体完工: the state, and what was done. */
function addState(
  flow: FlowText,
  piece: FieldPiece,
  fields: { state: NoticeWords | null; progress: NoticeWords | null },
): void {
  const start = skipPunctuation(flow, piece.start, piece.end);
  const length = stateLength(flow.match.slice(start, piece.end));
  const end = length > 0 ? start + length : piece.end;
  fields.state ??= toState(flow, start, end);
  if (end < piece.end) fields.progress ??= toWords(flow, end, piece.end);
}

/** A state at the beginning or the end of what was done: …，问题已整改。 */
function stateWithin(flow: FlowText, pieces: readonly FieldPiece[]): NoticeWords | null {
  for (const piece of pieces) {
    if (piece.kind !== 'PROGRESS') continue;
    const start = skipPunctuation(flow, piece.start, piece.end);
    const text = flow.match.slice(start, piece.end);
    const length = stateLength(text);
    if (length > 0) return toState(flow, start, start + length);
    const bare = text.replace(/[。；，\s]+$/, '');
    const last = Math.max(...['，', '。', '；'].map((sign) => bare.lastIndexOf(sign)));
    if (last > 0 && stateLength(bare.slice(last + 1)) === bare.length - last - 1)
      return toState(flow, start + last + 1, start + bare.length);
  }
  return null;
}

const SUBJECT =
  /^(?:(?:该|此|本|上述|以上|反馈)?(?:问题|事项|任务|项)(?:整改)?(?=[已正基未均尚仍])|截至目前，?|目前，?)/;

function toState(flow: FlowText, start: number, end: number): NoticeWords | null {
  const subject = SUBJECT.exec(flow.match.slice(start, end))?.[0].length ?? 0;
  return toWords(flow, start + subject, end);
}

export function toWords(flow: FlowText, from: number, to: number): NoticeWords | null {
  const start = skipPunctuation(flow, from, to);
  let end = to;
  while (end > start && '，；：、。 '.includes(flow.match[end - 1] ?? '-')) end -= 1;
  if (end <= start) return null;
  return { text: flow.shown.slice(start, end), source: toSource(flow, start, end) };
}

function skipPunctuation(flow: FlowText, from: number, to: number): number {
  let start = from;
  while (start < to && '，；：、。 '.includes(flow.match[start] ?? '-')) start += 1;
  return start;
}
