import type { FlowText } from './flow-text.ts';
import type { OutlineNode } from './build-outline.ts';
import { splitClauses, type FlowRange } from './split-clauses.ts';
import { headsSection, isStatusOnly, splitSections, type ItemSection } from './split-sections.ts';

export interface MeasureRange extends FlowRange {
  readonly ordinal: number;
  /** Index of the marker (一是, （1）), or of the text where there is none. */
  readonly markerStart: number;
  readonly irregularity: OutlineNode['irregularity'];
}

export interface CollectedMeasures {
  readonly measures: MeasureRange[];
  readonly unnumbered: boolean;
  readonly statedStatus: FlowRange | null;
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
  const sections = splitSections(flow, from, to, numbered);
  const children = numbered.flatMap((node) => (headsSection(flow, node) ? node.children : node));
  const status = sections.find((section) => section.kind === 'STATUS');
  const sources = chooseSections(flow, sections);
  const measures: MeasureRange[] = [];
  let unnumbered = false;
  for (const section of sources) {
    const inside = children.filter(
      (child) => child.start >= section.start && child.start < section.end,
    );
    if (inside.length > 0) {
      for (const child of inside) measures.push(toMeasure(flow, child, section.end));
    } else {
      const clauses = splitClauses(flow.match, section.contentStart, section.end).filter(
        (clause) => !isStatusOnly(flow.match.slice(clause.start, clause.end)),
      );
      // An introduction before numbered measures in a later section is no measure.
      if (sources.length > 1 && children.length > 0) continue;
      for (const clause of clauses) {
        unnumbered = true;
        measures.push({
          ...trimRange(flow, clause),
          ordinal: measures.length + 1,
          markerStart: clause.start,
          irregularity: null,
        });
      }
    }
  }
  return {
    measures: renumber(measures),
    unnumbered,
    statedStatus: status ? trimRange(flow, { start: status.contentStart, end: status.end }) : null,
  };
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

function toMeasure(flow: FlowText, node: OutlineNode, limit: number): MeasureRange {
  const range = trimRange(flow, { start: node.contentStart, end: Math.min(node.end, limit) });
  return {
    ...range,
    ordinal: node.ordinal,
    markerStart: node.start,
    irregularity: node.irregularity,
  };
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
