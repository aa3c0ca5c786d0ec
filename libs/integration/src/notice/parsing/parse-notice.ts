import { buildLedger } from './build-ledger.ts';
import { buildOutline, isInline, type OutlineNode } from './build-outline.ts';
import { checkLedger } from './check-ledger.ts';
import { classifyHeading } from './classify-heading.ts';
import { findClosing, findOutlook } from './find-closing.ts';
import { findContacts } from './find-contacts.ts';
import { findDocuments } from './find-documents.ts';
import { findFindings, NO_FINDINGS, type FoundArea } from './find-findings.ts';
import { emptyStated, findStated } from './find-stated.ts';
import { findPageEnd, findTail } from './find-tail.ts';
import { findTrainings } from './find-trainings.ts';
import { buildFlow, nextBreak, type FlowText } from './flow-text.ts';
import { listDropped } from './list-dropped.ts';
import { createPlaceMap, REGION, type PlaceMapBuilder } from './locate-paths.ts';
import { measureWrapWidth } from './measure-lines.ts';
import type { ParsedNotice } from './notice.type.ts';
import { readRound } from './read-round.ts';
import { readTitle } from './read-title.ts';
import { BREAK } from './skip-markup.ts';

const INSPECTION = /巡[察视]|审计|督[察查]|监督检查|专项检查|整改/;
const REPORT_TITLE =
  /整改[^。]{0,40}(?:情况|进展|结果|成效|落实|报告|通报|公告|公示|完成|清单|台账|台帐|一览表|明细表|汇总表|任务表|公开稿)/;
const OTHER_TITLE =
  /(?:方案|计划|要点|提纲|通知|倡议书|决定|办法|规定|公约)(?:（[^（）]{1,12}）)?$|讲话|发言|会议纪要|纪要$|动员(?:会|大会)|新闻|简讯/;
const REPORT_END =
  /(?:情况|通报|报告|公告|公示|公示稿|公开稿|台账|台帐|清单|一览表|明细表|汇总表|任务表)(?:（[^（）]{1,20}）)?$/;
const LONGEST_TITLE = 80;
const NOT_A_NOTICE =
  '这段文字不像整改通报，没有读出任何内容 / This text does not look like a rectification notice; nothing was read from it';

/**
 * Reads a notice of rectification progress (巡察、巡视、审计整改进展通报) into a ledger.
 * Pure and safe for a browser; never throws. `source` spans are UTF-16 offsets in `text`.
 * What the text does not say stays null. A text that is no such notice gives an empty ledger and a warning.
 */
export function parseNotice(text: string): ParsedNotice {
  const page = buildFlow(text);
  const end = findPageEnd(page);
  const flow = end < page.match.length ? buildFlow(text.slice(0, page.starts[end])) : page;
  const wrapWidth = measureWrapWidth(flow);
  const outline = buildOutline(flow, wrapWidth);
  const tail = cutTail(flow, outline);
  const titles = readTitles(flow, outline[0]?.start ?? flow.match.length);
  const findings = looksLikeNotice(flow, titles)
    ? findFindings({ flow, wrapWidth }, outline)
    : NO_FINDINGS;
  const found = findings.areas;
  // 一是… below headings is how many a text is written; that it reports must then be its title.
  const isSaid = findings.isStrong || titles.some((title) => REPORT_TITLE.test(title));
  if (!isNotice(found) || !isSaid) return emptyNotice();
  const closing = cutClosing(flow, outline, found, wrapWidth !== null);

  const places = createPlaceMap(flow.match.length);
  markChapters(flow, outline, places, wrapWidth);
  const ledger = buildLedger(flow, found, places);
  places.setRegion({ start: Math.min(closing, tail), end: flow.match.length }, REGION.OUTSIDE);
  for (const range of findOutlook(flow, closing, tail)) places.setRegion(range, REGION.PLAN);
  const { unreadable, ...round } = readRound(flow, outline[0]?.start ?? flow.match.length);
  const { documents, works, unresolved } = findDocuments(flow, places);
  const stated = findStated(flow, places);
  return {
    round,
    areas: ledger.areas,
    documents,
    works,
    trainings: findTrainings(flow, places),
    stated,
    contacts: findContacts(flow),
    dropped: listDropped({ flow, wrapWidth }, outline, found),
    warnings: checkLedger({
      flow,
      ledger,
      stated,
      unreadableDates: unreadable,
      unresolvedNames: unresolved,
    }),
  };
}

/** Both words of the trade near the start: what was inspected, and that rectification is reported. */
function looksLikeNotice(flow: FlowText, titles: readonly string[]): boolean {
  const opening = flow.match.slice(0, 1500);
  return INSPECTION.test(opening) && REPORT_TITLE.test(opening) && !titles.some(isOther);
}

/** The lines above the first number that name what the text is: 关于巡察整改进展情况的通报. */
function readTitles(flow: FlowText, end: number): string[] {
  const titles: string[] = [];
  const limit = Math.min(end, 600);
  for (let at = 0; at < limit;) {
    const next = nextBreak(flow, at, limit, BREAK.LINE);
    const line = flow.match.slice(at, next);
    if (line.length <= LONGEST_TITLE && INSPECTION.test(line) && !/[。；]/.test(line))
      titles.push(line);
    at = next;
  }
  return titles;
}

/** A plan, a speech or minutes: it tells what shall be done, whatever else it looks like. */
const isOther = (title: string): boolean => OTHER_TITLE.test(title) && !REPORT_END.test(title);

/** Headings alone are no ledger: some problem or area must have something reported below it. */
function isNotice(found: readonly FoundArea[]): boolean {
  return found.some((area) => area.items.length > 0 || area.head !== null);
}

function emptyNotice(): ParsedNotice {
  return {
    round: {
      inspectedOrganization: null,
      inspectionTeam: null,
      inspectedFrom: null,
      inspectedTo: null,
      feedbackOn: null,
    },
    areas: [],
    documents: [],
    works: [],
    trainings: [],
    stated: emptyStated(),
    contacts: [],
    dropped: [],
    warnings: [{ message: NOT_A_NOTICE, line: 1 }],
  };
}

/** Ends every open number where the closing lines begin, and answers that index. */
function cutTail(flow: FlowText, outline: readonly OutlineNode[]): number {
  let deepest = outline[outline.length - 1];
  while (deepest && deepest.children.length > 0)
    deepest = deepest.children[deepest.children.length - 1];
  const tail = findTail(flow, deepest?.contentStart ?? 0);
  endAt(outline, tail);
  return tail;
}

/**
 * Ends the last measure where closing paragraphs follow it, and answers that index. A last chapter about
 * what comes next has paragraphs of its own and is left alone.
 */
function cutClosing(
  flow: FlowText,
  outline: readonly OutlineNode[],
  found: readonly FoundArea[],
  isWrapped: boolean,
): number {
  const end = outline[outline.length - 1]?.end ?? 0;
  const items = found.flatMap((area) => (area.items.length > 0 ? area.items : (area.head ?? [])));
  const leaves = items.flatMap((item) => leavesOf(item.node));
  const last = leaves[leaves.length - 1];
  if (!last || last.end !== end) return end;
  const closing = findClosing(flow, last, leaves, isWrapped);
  endAt(outline, closing);
  return closing;
}

function leavesOf(node: OutlineNode): OutlineNode[] {
  return node.children.length === 0 ? [node] : node.children.flatMap(leavesOf);
}

/** Shortens the numbers that are open at the end of the notice. */
function endAt(outline: readonly OutlineNode[], limit: number): void {
  let open = outline[outline.length - 1];
  while (open) {
    open.end = Math.min(open.end, limit);
    open = open.children[open.children.length - 1];
  }
}

function markChapters(
  flow: FlowText,
  outline: readonly OutlineNode[],
  places: PlaceMapBuilder,
  wrapWidth: number | null,
): void {
  const mark = (node: OutlineNode): void => {
    const limit = node.children[0]?.start ?? node.end;
    const title = readTitle(flow, node.contentStart, limit, wrapWidth);
    const role = classifyHeading(flow.match.slice(title.start, title.end));
    if (role === 'PLAN') places.setRegion({ start: node.start, end: node.end }, REGION.PLAN);
    if (role === 'ORGANIZATION') {
      places.setRegion({ start: node.start, end: node.end }, REGION.ORGANIZATION);
    }
    if (role !== 'PLAN' && node.children.every(({ style }) => isInline(style)))
      places.setRegion({ start: node.start, end: node.end }, REGION.INTRODUCTION);
  };
  for (const chapter of outline) mark(chapter);
}
