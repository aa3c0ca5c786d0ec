import type { OutlineNode } from './build-outline.ts';
import { collectMeasures, type MeasureRange } from './collect-measures.ts';
import type { FoundArea, FoundItem } from './find-findings.ts';
import { toSource, type FlowText } from './flow-text.ts';
import { REGION, type PlaceMapBuilder, type Region } from './locate-paths.ts';
import type { NoticeArea, NoticeItem, NoticeMeasure, NoticeWords } from './notice.type.ts';
import { readFields, toWords } from './read-fields.ts';
import { readNotedStatus } from './read-noted-status.ts';
import { isStatusOnly, stateOfGroup } from './read-state.ts';
import { findAccountability, findSums } from './read-sums.ts';
import type { FlowRange } from './split-clauses.ts';
import { splitSections, type SectionKind } from './split-sections.ts';
import type { HeadedNode } from './weigh-levels.ts';

/** Something the reader of a ledger should look at, with its place in the flow. */
export interface LedgerRemark {
  readonly kind: 'skipped' | 'duplicate' | 'empty-item' | 'area-without-items';
  readonly index: number;
  readonly subject: string;
}

export interface BuiltLedger {
  readonly areas: NoticeArea[];
  readonly remarks: LedgerRemark[];
}

interface Building {
  readonly flow: FlowText;
  readonly places: PlaceMapBuilder;
  readonly remarks: LedgerRemark[];
}

/** Turns headings into areas, items and measures, and notes each one's place for what is found inside. */
export function buildLedger(
  flow: FlowText,
  found: readonly FoundArea[],
  places: PlaceMapBuilder,
): BuiltLedger {
  const building: Building = { flow, places, remarks: [] };
  const ordinals = chooseOrdinals(found.map((area) => area.head?.node.ordinal ?? 1));
  const areas = found.map((area, index) => buildArea(building, area, ordinals[index] ?? index + 1));
  return { areas, remarks: building.remarks };
}

function buildArea(building: Building, found: FoundArea, ordinal: number): NoticeArea {
  const { flow, places } = building;
  const head = found.head;
  const heading = head ?? found.chapter;
  const first = head?.node ?? found.chapter?.node ?? found.items[0]?.node;
  const last = head?.node ?? found.chapter?.node ?? found.items[found.items.length - 1]?.node;
  const range = { start: first?.start ?? 0, end: last?.end ?? 0 };
  places.setPath(range, [ordinal]);
  places.setRegion(range, REGION.REPORT);
  if (heading)
    places.setRegion({ start: range.start, end: heading.title.bodyStart }, REGION.PROBLEM);
  if (head) noteNumber(building, head.node);
  const ordinals = chooseOrdinals(found.items.map((item) => item.node.ordinal));
  const groupState = heading ? readGroupState(flow, heading) : null;
  const items = found.items.map((item, index) =>
    buildItem(building, item, [ordinal, ordinals[index] ?? index + 1], groupState),
  );
  const own = head && items.length === 0 ? buildOwnMeasures(flow, places, head) : [];
  if (items.length === 0) {
    building.remarks.push({
      kind: 'area-without-items',
      index: range.start,
      subject: heading?.text ?? '',
    });
  }
  return {
    ordinal,
    title: heading ? shownTitle(flow, heading) : '',
    source: toSource(flow, range.start, range.end),
    implied: head === null,
    items,
    measures: own,
  };
}

function buildItem(
  building: Building,
  found: FoundItem,
  path: readonly [number, number],
  groupState: NoticeWords | null,
): NoticeItem {
  const { flow, places, remarks } = building;
  const { node, title, group } = found;
  noteNumber(building, node);
  if (group && group.node.children[0] === node) {
    places.setRegion({ start: group.node.start, end: node.start }, REGION.PROBLEM);
  }
  places.setPath({ start: node.start, end: node.end }, path);
  places.setRegion({ start: node.start, end: title.bodyStart }, REGION.PROBLEM);
  const noted = readNotedStatus(flow, title, node.end);
  const body = { start: noted?.bodyStart ?? title.bodyStart, end: node.end };
  markSections(flow, places, body, node.children);
  const collected = collectMeasures(flow, body.start, body.end, node.children);
  const measures = collected.measures.map((measure) =>
    toMeasure(building, measure, [...path, measure.ordinal]),
  );
  if (measures.length === 0) {
    remarks.push({ kind: 'empty-item', index: node.start, subject: found.text });
  }
  const said = readFields(flow, collected.pieces);
  const beside = noted ? toWords(flow, noted.start, noted.end) : null;
  const cell = node.style === 'CELL' ? lastCellStatus(flow, body.start, body.end) : null;
  const state = said.state ?? beside ?? cell ?? groupState;
  return {
    ordinal: path[1],
    title: shownTitle(flow, found),
    source: toSource(flow, node.start, node.end),
    group: group ? shownTitle(flow, group) : null,
    statedStatus: state?.text ?? null,
    fields: { ...said, state },
    sums: findSums(flow, body.start, body.end),
    accountability: findAccountability(flow, body.start, body.end),
    measuresUnnumbered: collected.unnumbered,
    measures,
  };
}

/** Measures that a notice gives for an area as a whole; no item is invented to hold them. */
function buildOwnMeasures(
  flow: FlowText,
  places: PlaceMapBuilder,
  head: HeadedNode,
): NoticeMeasure[] {
  const body = { start: head.title.bodyStart, end: head.node.end };
  markSections(flow, places, body, head.node.children);
  return collectMeasures(flow, body.start, body.end, head.node.children).measures.map((measure) =>
    describeMeasure(flow, measure),
  );
}

function toMeasure(
  building: Building,
  measure: MeasureRange,
  path: readonly number[],
): NoticeMeasure {
  const { flow, places, remarks } = building;
  places.setPath({ start: measure.markerStart, end: measure.end }, path);
  if (measure.irregularity) {
    const subject = flow.shown.slice(measure.start, measure.end).slice(0, 20);
    remarks.push({ kind: measure.irregularity, index: measure.markerStart, subject });
  }
  return describeMeasure(flow, measure);
}

function describeMeasure(flow: FlowText, measure: MeasureRange): NoticeMeasure {
  return {
    ordinal: measure.ordinal,
    text: flow.shown.slice(measure.start, measure.end),
    source: toSource(flow, measure.start, measure.end),
    fields: readFields(flow, measure.pieces),
  };
}

/** 问题表现 tells a fault and 下一步 a plan, also inside an item. */
function markSections(
  flow: FlowText,
  places: PlaceMapBuilder,
  body: FlowRange,
  numbered: readonly OutlineNode[],
): void {
  const sections = splitSections(flow, body.start, body.end, numbered);
  const isProgressTold = sections.some(({ said }) => said === 'PROGRESS');
  for (const section of sections) {
    const range = { start: section.start, end: section.end };
    const region = REGIONS[section.kind];
    if (region !== undefined) places.setRegion(range, region);
    // Where 整改情况 tells what was done, 整改措施 told what was to be done.
    if (section.kind === 'MEASURES' && isProgressTold) places.setRegion(range, REGION.INTENDED);
  }
}

const REGIONS: Readonly<Partial<Record<SectionKind, Region>>> = {
  PROBLEM: REGION.PROBLEM,
  MANIFESTATION: REGION.PROBLEM,
  CAUSE: REGION.PROBLEM,
  BASIS: REGION.PROBLEM,
  GOAL: REGION.PLAN,
  NEXT: REGION.PLAN,
  UNFINISHED: REGION.PLAN,
};

/** 一、已完成整改的问题（4个）: what is below it has that state, unless it says otherwise. */
function readGroupState(flow: FlowText, heading: HeadedNode): NoticeWords | null {
  const found = stateOfGroup(heading.text);
  const { start } = heading.title;
  return found && toWords(flow, start + found.start, start + found.end);
}

function lastCellStatus(flow: FlowText, start: number, end: number): NoticeWords | null {
  for (let at = end - 1; at > start && end - at <= 16; at -= 1) {
    if ((flow.breaks[at] ?? 0) === 0) continue;
    return isStatusOnly(flow.match.slice(at, end)) ? toWords(flow, at, end) : null;
  }
  return null;
}

function noteNumber(building: Building, node: OutlineNode): void {
  if (!node.irregularity) return;
  const subject = building.flow.shown.slice(node.start, Math.min(node.end, node.start + 20));
  building.remarks.push({ kind: node.irregularity, index: node.start, subject });
}

/** Numbers as written; counted through when they do not rise, since a path must lead to one entry. */
function chooseOrdinals(written: readonly number[]): readonly number[] {
  const isRising = written.every(
    (ordinal, index) => index === 0 || ordinal > (written[index - 1] ?? 0),
  );
  return isRising ? written : written.map((_, index) => index + 1);
}

function shownTitle(flow: FlowText, headed: HeadedNode): string {
  return flow.shown.slice(headed.title.start, headed.title.end);
}
