import { isBlock, isInline, type OutlineNode } from './build-outline.ts';
import {
  classifyHeading,
  isAreaTitle,
  isProblemTitle,
  type HeadingRole,
} from './classify-heading.ts';
import type { FlowText } from './flow-text.ts';
import { isSectionLabel, readTitle, type ReadTitle } from './read-title.ts';

export interface HeadedNode {
  readonly node: OutlineNode;
  readonly title: ReadTitle;
  readonly text: string;
}
export interface FoundItem extends HeadedNode {
  readonly group: HeadedNode | null;
}
export interface FoundArea {
  /** Null when the items stand directly below a chapter or the notice itself. */
  readonly head: HeadedNode | null;
  readonly chapter: HeadedNode | null;
  readonly items: readonly FoundItem[];
}

interface Reading {
  readonly flow: FlowText;
  readonly wrapWidth: number | null;
}

/**
 * Decides which numbers head areas and which head items. Chapters that report results hold both;
 * a notice without such a chapter has the areas (or the items) on its first level.
 */
export function findFindings(
  flow: FlowText,
  roots: readonly OutlineNode[],
  wrapWidth: number | null,
): FoundArea[] {
  const reading = { flow, wrapWidth };
  const chapters = roots.filter((node) => isBlock(node.style)).map((node) => head(reading, node));
  const roles = chapters.map((chapter) => roleOf(reading, chapter));
  markOnlyResults(reading, chapters, roles);
  const results = chapters.filter(
    (chapter, index) => roles[index] === 'RESULTS' && blockChildren(chapter.node).length > 0,
  );
  if (results.length > 0) {
    // 三、关于选人用人方面 beside 二、反馈意见整改情况 is one more area on the chapters' level.
    return chapters.flatMap((chapter, index) => {
      const isResult = roles[index] === 'RESULTS' && blockChildren(chapter.node).length > 0;
      if (isResult) return readLevel(reading, headAll(reading, chapter.node), chapter);
      const isArea = roles[index] === 'SUBJECT' && isReported(reading, chapter);
      return isArea ? readLevel(reading, [chapter], null) : [];
    });
  }
  const subjects = chapters.filter(
    (_, index) => roles[index] === 'SUBJECT' || roles[index] === 'RESULTS',
  );
  return readLevel(reading, subjects, null);
}

/** A chapter titled neither way is known by what stands below it. */
function roleOf(reading: Reading, chapter: HeadedNode): HeadingRole {
  const role = classifyHeading(chapter.text);
  const below = headAll(reading, chapter.node);
  const isVague = !isAreaTitle(chapter.text) && !isProblemTitle(chapter.text);
  // 二、聚焦问题，全力抓好整改 sounds like a subject, but holds areas that hold problems.
  const deeper = below.flatMap((entry) => headAll(reading, entry.node));
  const itemsDeeper = deeper.filter((entry) => isItemLike(reading, entry)).length;
  if (role === 'SUBJECT' && isVague && itemsDeeper > deeper.length / 2) return 'RESULTS';
  if (role !== 'NEUTRAL') return role;
  const problems = below.filter((entry) => isItemLike(reading, entry) || isAreaTitle(entry.text));
  return below.length > 0 && problems.length >= below.length * 0.6 ? 'RESULTS' : 'NEUTRAL';
}

/**
 * 二、聚焦问题导向，抓好反馈问题整改 reads like a problem. Where it is the only chapter of its kind and holds
 * two levels of headings that end in problems, it is the report, and the areas stand below it.
 */
function markOnlyResults(
  reading: Reading,
  chapters: readonly HeadedNode[],
  roles: HeadingRole[],
): void {
  const only = roles.indexOf('SUBJECT');
  const chapter = chapters[only];
  if (!chapter || roles.includes('RESULTS') || roles.lastIndexOf('SUBJECT') !== only) return;
  const below = headAll(reading, chapter.node);
  const deeper = below.flatMap((entry) => headAll(reading, entry.node));
  const itemsDeeper = deeper.filter((entry) => isItemLike(reading, entry)).length;
  if (below.length > 1 && itemsDeeper > deeper.length / 2) roles[only] = 'RESULTS';
}

function readLevel(
  reading: Reading,
  level: readonly HeadedNode[],
  chapter: HeadedNode | null,
): FoundArea[] {
  const entries = level.filter((entry) => {
    const role = classifyHeading(entry.text);
    return role !== 'PLAN' && !(role === 'ORGANIZATION' && !isItemLike(reading, entry));
  });
  const below = entries.flatMap((entry) => headAll(reading, entry.node));
  const itemsBelow = below.filter((entry) => isItemLike(reading, entry)).length;
  const areaTitles = entries.filter((entry) => isAreaTitle(entry.text)).length;
  const aimedAtProblem = entries.filter((entry) => isSingleProblem(entry.text)).length;
  const mostlyAreas = areaTitles > entries.length / 2;
  const mostlySingle = aimedAtProblem > entries.length / 2;
  // A row of a table, or a title with 整改措施： right below it, is a problem, whatever its measures look like.
  const ownReport = entries.filter(
    (entry) => entry.node.style === 'CELL' || isLabelled(reading, entry),
  ).length;
  const reportThemselves = ownReport > entries.length / 2 && !mostlyAreas;
  const holdsItems =
    !reportThemselves &&
    below.length > 0 &&
    (itemsBelow >= below.length * 0.5 || (mostlyAreas && !mostlySingle));
  if (holdsItems || (mostlyAreas && !mostlySingle)) {
    return entries.map((entry) => ({
      head: entry,
      chapter,
      items: headAll(reading, entry.node).flatMap((item) => splitGroup(reading, item)),
    }));
  }
  if (entries.length === 0) return [];
  return [{ head: null, chapter, items: entries.flatMap((entry) => splitGroup(reading, entry)) }];
}

/** Four levels: 1. names a group of problems, and each （1） is a problem with its own report. */
function splitGroup(reading: Reading, entry: HeadedNode): FoundItem[] {
  const below = entry.node.children
    .filter((node) => !isInline(node.style))
    .map((node) => head(reading, node));
  const reported = below.filter(
    (sub) => (isProblemTitle(sub.text) && sub.node.children.length > 0) || isLabelled(reading, sub),
  );
  const isGroup = below.length > 0 && reported.length >= below.length * 0.6;
  if (!isGroup || isLabelled(reading, entry)) return [{ ...entry, group: null }];
  return below.map((sub) => ({ ...sub, group: entry }));
}

function isItemLike(reading: Reading, entry: HeadedNode): boolean {
  if (entry.node.style === 'CELL' || entry.node.style === 'PROBLEM_LABEL') return true;
  return isProblemTitle(entry.text) || isLabelled(reading, entry);
}

function isReported(reading: Reading, entry: HeadedNode): boolean {
  return entry.node.children.length > 0 || isLabelled(reading, entry);
}

/** True when 整改情况： or the like stands right behind the title or opens a line below it. */
function isLabelled(reading: Reading, entry: HeadedNode): boolean {
  const limit = Math.min(ownEnd(entry.node), entry.title.bodyStart + 600);
  for (let at = entry.title.bodyStart; at < limit; at += 1) {
    const opens = at === entry.title.bodyStart || (reading.flow.breaks[at] ?? 0) > 0;
    const followsSentence = '。；'.includes(reading.flow.match[at - 1] ?? '-');
    if ((opens || followsSentence) && isSectionLabel(reading.flow, at)) return true;
  }
  return false;
}

function isSingleProblem(text: string): boolean {
  return !isAreaTitle(text) && (/^针对/.test(text) || /问题$/.test(text));
}

function headAll(reading: Reading, node: OutlineNode): HeadedNode[] {
  return blockChildren(node).map((child) => head(reading, child));
}

/** Children that can head something. （1） counts only where the list below has no other heads. */
function blockChildren(node: OutlineNode): OutlineNode[] {
  return node.children.filter((child) => !isInline(child.style));
}

function head(reading: Reading, node: OutlineNode): HeadedNode {
  const first = node.children[0];
  const holdsHeadings = first !== undefined && isBlock(first.style);
  const title = readTitle(
    reading.flow,
    node.contentStart,
    ownEnd(node),
    reading.wrapWidth,
    holdsHeadings,
  );
  return { node, title, text: reading.flow.match.slice(title.start, title.end) };
}

function ownEnd(node: OutlineNode): number {
  return node.children[0]?.start ?? node.end;
}
