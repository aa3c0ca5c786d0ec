import { isBlock, type OutlineNode } from './build-outline.ts';
import { classifyHeading } from './classify-heading.ts';
import { mean, weigh, type HeadedNode, type Reading, type WeighedNode } from './weigh-levels.ts';

export interface FoundItem extends HeadedNode {
  readonly group: HeadedNode | null;
}
export interface FoundArea {
  /** Null when the items stand directly below a chapter or the notice itself. */
  readonly head: HeadedNode | null;
  readonly chapter: HeadedNode | null;
  readonly items: readonly FoundItem[];
}

export interface Findings {
  readonly areas: readonly FoundArea[];
  /** Most problems have what hardly stands anywhere else. */
  readonly isStrong: boolean;
}
export const NO_FINDINGS: Findings = { areas: [], isStrong: false };

/** A chapter with the level of its headings that most look like problems that are reported on. */
interface WeighedChapter {
  readonly chapter: WeighedNode;
  /** 0 is the chapter itself. */
  readonly depth: number;
  readonly score: number;
  readonly strongShare: number;
}

/** Below this a level of headings is no level of problems. */
const LEAST_SCORE = 1.5;
/** Problems are numbered through; other things hardly ever. */
const RUNS_ON = 2;
/** Areas whose measures stand right below them, without problems. */
const LEAST_OWN = 0.5;
const LOOKS_AHEAD = /下一?步|下阶段|今后|后续|打算|努力方向|未完成.{0,8}(?:原因|打算|安排)/;

/**
 * Decides which numbers head areas and which head problems. What a level is follows from what stands on it and
 * below it in this document: the level whose headings are reported on holds the problems, the one above it the areas, and
 * chapters without such a level are about something else, whatever their titles say.
 */
export function findFindings(reading: Reading, roots: readonly OutlineNode[]): Findings {
  const chapters = roots.filter(({ style }) => isBlock(style)).map((node) => weigh(reading, node));
  const weighed = joinRuns(chapters.map(weighChapter));
  const inner = weighed.filter(({ depth, score }) => depth > 0 && score >= LEAST_SCORE);
  const best = inner.reduce<WeighedChapter | null>(
    (most, one) => (most === null || evidenceOf(one) > evidenceOf(most) ? one : most),
    null,
  );
  if (best && evidenceOf(best) >= rootEvidence(chapters)) {
    const included = inner.filter((one) => one === best || isLike(best, one));
    const areas = included.flatMap((one) => readChapter(one, included.length > 1));
    return { areas, isStrong: best.strongShare >= 0.5 };
  }
  const items = chapters.filter(isProblemItself);
  if (items.length > 0 && items.length >= chapters.length / 3)
    return {
      areas: [{ head: null, chapter: null, items: items.flatMap(splitGroup) }],
      isStrong: true,
    };
  return { areas: findOwnAreas(chapters), isStrong: false };
}

/** How much speaks for the findings being here: a long list says more than a short one. */
const evidenceOf = ({ score, chapter, depth }: WeighedChapter): number =>
  score * Math.sqrt(levelAt(chapter, depth).length);

/** The same for the chapters as a list of problems. */
function rootEvidence(chapters: readonly WeighedNode[]): number {
  const items = chapters.filter(isProblemItself);
  return items.length < 2 || items.length < chapters.length / 2
    ? 0
    : mean(items.map(({ score }) => score)) * Math.sqrt(items.length);
}

const isProblemItself = ({ isStrong, score, text }: WeighedNode): boolean =>
  isStrong && score >= LEAST_SCORE && !LOOKS_AHEAD.test(text);

function weighChapter(chapter: WeighedNode): WeighedChapter {
  let best: WeighedChapter = { chapter, depth: 0, score: -Infinity, strongShare: 0 };
  for (let depth = 1; ; depth += 1) {
    const level = levelAt(chapter, depth);
    if (level.length === 0) break;
    const score = mean(level.map((node) => node.score)) + (goesOn(chapter, depth) ? RUNS_ON : 0);
    const strongShare = mean(level.map(({ isStrong }) => (isStrong ? 1 : 0)));
    if (score > best.score) best = { chapter, depth, score, strongShare };
  }
  return best;
}

/** Numbers that run on from chapter to chapter: 一、 1. 2. 二、 3. */
function joinRuns(chapters: readonly WeighedChapter[]): WeighedChapter[] {
  const ends = chapters.map(({ chapter, depth }) => {
    const level = depth > 0 ? levelAt(chapter, depth) : [];
    return { first: level[0]?.node.ordinal ?? 0, last: level.at(-1)?.node.ordinal ?? 0 };
  });
  return chapters.map((one, index) => {
    const [before, own, behind] = [ends[index - 1], ends[index], ends[index + 1]];
    const follows = before && before.last > 0 && own?.first === before.last + 1;
    const leads = behind && own && own.last > 0 && behind.first === own.last + 1;
    return follows || leads ? { ...one, score: one.score + RUNS_ON } : one;
  });
}

function levelAt(chapter: WeighedNode, depth: number): readonly WeighedNode[] {
  let level: readonly WeighedNode[] = [chapter];
  for (let at = 0; at < depth; at += 1) level = level.flatMap(({ kids }) => kids);
  return level;
}

/** Numbers that run on from one heading into the next count problems: （一）1. 2. （二）3. */
function goesOn(chapter: WeighedNode, depth: number): boolean {
  const lists = levelAt(chapter, depth - 1)
    .map(({ kids }) => kids)
    .filter((kids) => kids.length > 0);
  const runs = lists.slice(1).filter((kids, index) => {
    const last = lists[index]?.at(-1)?.node.ordinal ?? 0;
    return kids[0]?.node.ordinal === last + 1;
  });
  return lists.length > 1 && runs.length === lists.length - 1;
}

/** Another chapter of findings beside the best one: 三、关于选人用人方面 behind 二、反馈意见整改情况. */
function isLike(best: WeighedChapter, one: WeighedChapter): boolean {
  const { text } = one.chapter;
  if (LOOKS_AHEAD.test(text) || one.score < best.score * 0.4) return false;
  if (one.strongShare >= 0.5) return true;
  const role = classifyHeading(text);
  const isAside = role === 'PLAN' || role === 'ORGANIZATION';
  return !isAside && one.depth === best.depth && best.strongShare < 0.5;
}

function readChapter({ chapter, depth }: WeighedChapter, isOneOfSeveral: boolean): FoundArea[] {
  if (depth === 1) {
    const items = chapter.kids.flatMap(splitGroup);
    const isArea = chapter.isArea || isOneOfSeveral || classifyHeading(chapter.text) === 'SUBJECT';
    return [{ head: isArea ? chapter : null, chapter: isArea ? null : chapter, items }];
  }
  // （一）在“…”方面 > 1. > （1）: without a chapter above them the areas are on the first level.
  if (chapter.isArea) return [{ head: chapter, chapter: null, items: itemsOf(chapter, depth) }];
  return chapter.kids
    .filter((area) => area.kids.length > 0 || !isAside(area))
    .map((area) => ({ head: area, chapter, items: itemsOf(area, depth - 1) }));
}

/** （一）强化组织领导 without a problem below it, beside areas that have them. */
function isAside({ text, isReported }: WeighedNode): boolean {
  const role = classifyHeading(text);
  return role === 'PLAN' || (role === 'ORGANIZATION' && !isReported);
}

/** The problems so many levels below an area; a heading without that level that is reported on itself is one. */
function itemsOf(area: WeighedNode, depth: number): FoundItem[] {
  if (depth <= 1) return area.kids.flatMap(splitGroup);
  return area.kids.flatMap((group): FoundItem[] =>
    group.kids.length === 0
      ? [{ ...group, group: null }]
      : levelAt(group, depth - 1).map((item) => ({ ...item, group })),
  );
}

/** Four levels: 1. names a group of problems, and each （1） is a problem with its own report. */
function splitGroup(entry: WeighedNode): FoundItem[] {
  const reported = entry.kids.filter(
    (kid) => kid.isLabelled || (kid.isStrong && kid.node.children.length > 0),
  );
  const isGroup = entry.kids.length > 0 && reported.length >= entry.kids.length * 0.6;
  if (!isGroup || entry.isLabelled) return [{ ...entry, group: null }];
  return entry.kids.map((kid) => ({ ...kid, group: entry }));
}

/** A notice that tells measures by areas and names no problems. */
function findOwnAreas(chapters: readonly WeighedNode[]): FoundArea[] {
  const levels = [...chapters.map(({ kids }) => kids), chapters];
  for (const level of levels) {
    const areas = level.filter(({ isArea, isReported }) => isArea && isReported);
    if (areas.length > 1 && areas.length >= level.length * LEAST_OWN)
      return areas.map((area) => ({ head: area, chapter: null, items: [] }));
  }
  return [];
}
