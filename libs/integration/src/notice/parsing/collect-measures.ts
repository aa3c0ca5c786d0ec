import type { OutlineNode } from './build-outline.ts';
import type { FlowText } from './flow-text.ts';
import { piecesOf } from './read-fields.ts';
import { takeNotes, type FieldPiece } from './read-notes.ts';
import { isStatusOnly } from './read-state.ts';
import { splitClauses, splitDeeds, splitLines, type FlowRange } from './split-clauses.ts';
import { headsSection, splitSections, type ItemSection } from './split-sections.ts';

export interface MeasureRange extends FlowRange {
  readonly ordinal: number;
  /** Index of the marker (一是, （1）), or of the text where there is none. */
  readonly markerStart: number;
  readonly irregularity: OutlineNode['irregularity'];
  /** What is told of this measure alone. */
  readonly pieces: readonly FieldPiece[];
}

export interface CollectedMeasures {
  readonly measures: MeasureRange[];
  readonly unnumbered: boolean;
  /** What is told of the problem as a whole. */
  readonly pieces: readonly FieldPiece[];
}

/** A section with measures, and what the row that it stands in says of them. */
interface Source {
  readonly section: ItemSection;
  readonly pieces: readonly FieldPiece[];
}

/**
 * Finds the measures in an item's text (from behind its title to its end). Numbered ones are the
 * outermost numbers there; unnumbered ones are clauses. Where a notice tells both 整改措施 and 整改情况,
 * the measures are the former: counting both would count each measure twice.
 */
export function collectMeasures(
  flow: FlowText,
  from: number,
  to: number,
  numbered: readonly OutlineNode[],
): CollectedMeasures {
  const children = numbered.flatMap((node) => (headsSection(flow, node) ? node.children : node));
  const sections = splitSections(flow, from, to, numbered);
  const { sources, shared } = chooseSources(flow, sections, children);
  const measures: MeasureRange[] = [];
  let unnumbered = false;
  for (const { section, pieces } of sources) {
    const inside = children.filter(
      (child) => child.start >= section.start && child.start < section.end,
    );
    if (inside.length > 0) {
      for (const child of inside) measures.push(toMeasure(flow, child, section.end, pieces));
      continue;
    }
    // An introduction before numbered measures in a later section is no measure.
    const isIntroduction = sources.length > 1 && children.length > 0 && section.kind !== 'MEASURES';
    if (isIntroduction) continue;
    for (const clause of clausesOf(flow, section)) {
      unnumbered = true;
      measures.push({
        ...trimRange(flow, clause),
        ordinal: measures.length + 1,
        markerStart: clause.start,
        irregularity: null,
        pieces,
      });
    }
  }
  return {
    measures: renumber(measures.map((measure) => takeOwnNotes(flow, measure))),
    unnumbered,
    pieces: shared,
  };
}

/**
 * The sections that hold the measures. Where a row of a table has several measures, each with its own limit or
 * state, the labels between them come back, and what stands behind a measure is told of it alone.
 */
function chooseSources(
  flow: FlowText,
  sections: readonly ItemSection[],
  children: readonly OutlineNode[],
): { sources: readonly Source[]; shared: readonly FieldPiece[] } {
  const chosen = chooseSections(flow, sections);
  const noted = chosen.map((section) => takeSectionNotes(flow, section, children));
  const places = chosen.map((section) => sections.indexOf(section));
  const [first = 0, second = 0] = places;
  const isRows = chosen[0]?.kind === 'MEASURES' && second > first + 1;
  if (!isRows)
    return {
      sources: noted.map(({ section }) => ({ section, pieces: [] })),
      shared: [...piecesOf(sections), ...noted.flatMap(({ pieces }) => pieces)],
    };
  const rows = places.map((place, index) => sections.slice(place, places[index + 1]));
  const known = new Set(rows.slice(0, -1).flatMap((row) => row.map(({ said }) => said)));
  // What is told once, behind the last measure, is told of the problem: 责任单位：… below all pairs.
  const last = rows.at(-1)?.filter(({ said }) => !known.has(said)) ?? [];
  return {
    sources: noted.map(({ section, pieces }, index) => ({
      section,
      pieces: [...pieces, ...piecesOf((rows[index] ?? []).filter((one) => !last.includes(one)))],
    })),
    shared: piecesOf([...sections.slice(0, first), ...last]),
  };
}

/** What is noted behind the last measure of a section; before the full stop it speaks of that measure alone. */
function takeSectionNotes(
  flow: FlowText,
  section: ItemSection,
  children: readonly OutlineNode[],
): Source {
  const notes = takeNotes(flow, section.contentStart, section.end);
  const isNumbered = children.some(({ start }) => start >= section.start && start < section.end);
  return notes.isApart || !isNumbered
    ? { section: { ...section, end: notes.end }, pieces: notes.pieces }
    : { section, pieces: [] };
}

function chooseSections(flow: FlowText, sections: readonly ItemSection[]): ItemSection[] {
  const ofKind = (kind: ItemSection['kind']): ItemSection[] =>
    sections.filter((section) => section.kind === kind && hasText(flow, section));
  for (const kind of ['MEASURES', 'PROGRESS'] as const) {
    const found = ofKind(kind);
    if (found.length > 0) return found;
  }
  const open = ofKind('OPEN');
  return open.length > 0 ? open : ofKind('EFFECT');
}

function hasText(flow: FlowText, section: ItemSection): boolean {
  const text = flow.match.slice(section.contentStart, section.end);
  return text.replace(/[。；，：、\s]/g, '').length >= 2 && !isStatusOnly(text);
}

function clausesOf(flow: FlowText, section: ItemSection): FlowRange[] {
  const { contentStart, end } = section;
  const clauses = splitClauses(flow.match, contentStart, end).filter(
    (clause) => !isStatusOnly(flow.match.slice(clause.start, clause.end)),
  );
  const [only] = clauses;
  if (!only || clauses.length > 1) return clauses;
  const lines = section.kind === 'OPEN' ? [only] : splitLines(flow, only);
  return lines.length > 1 ? lines : splitDeeds(flow.match, only);
}

function toMeasure(
  flow: FlowText,
  node: OutlineNode,
  limit: number,
  pieces: readonly FieldPiece[],
): MeasureRange {
  const range = trimRange(flow, { start: node.contentStart, end: Math.min(node.end, limit) });
  return {
    ...range,
    ordinal: node.ordinal,
    markerStart: node.start,
    irregularity: node.irregularity,
    pieces,
  };
}

/** 一是开展排查（责任单位：办公室；已完成）: the note is no part of what was done. */
function takeOwnNotes(flow: FlowText, measure: MeasureRange): MeasureRange {
  const notes = takeNotes(flow, measure.start, measure.end);
  if (notes.pieces.length === 0 || notes.end <= measure.start) return measure;
  const range = trimRange(flow, { start: measure.start, end: notes.end });
  return { ...measure, ...range, pieces: [...notes.pieces, ...measure.pieces] };
}

function trimRange(flow: FlowText, range: FlowRange): FlowRange {
  let { start, end } = range;
  while (start < end && '，；：。、 '.includes(flow.match[start] ?? '-')) start += 1;
  while (end > start && '，；：、。 '.includes(flow.match[end - 1] ?? '-')) end -= 1;
  return { start, end };
}

/** Keeps the numbers as written unless one occurs twice; a path must lead to one measure. */
function renumber(measures: MeasureRange[]): MeasureRange[] {
  const isRising = measures.every(
    (measure, index) => index === 0 || measure.ordinal > (measures[index - 1]?.ordinal ?? 0),
  );
  if (isRising) return measures;
  return measures.map((measure, index) => ({ ...measure, ordinal: index + 1 }));
}
