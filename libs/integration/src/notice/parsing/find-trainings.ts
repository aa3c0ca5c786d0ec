import { toSource, type FlowText } from './flow-text.ts';
import { REGION, type PlaceMap } from './locate-paths.ts';
import type { ItemPath, NoticeTraining, TrainingKind } from './notice.type.ts';
import { judgeOccasion } from './judge-occasion.ts';
import { readQuantities } from './read-quantities.ts';

interface KindRule {
  readonly kind: TrainingKind;
  readonly pattern: RegExp;
}

/** The first that fits at a place wins, so longer names stand before the words they contain. */
const KIND_RULES: readonly KindRule[] = [
  { kind: 'FIRST_AGENDA_STUDY', pattern: /"?第一议题"?(?:集中|专题|理论)?(?:学习)?/y },
  {
    kind: 'CENTRAL_GROUP_STUDY',
    pattern:
      /(?:理论学习)?中心组(?:开展|组织|进行|举行)?了?(?:理论)?(?:集体|集中|专题)?(?:学习(?:研讨)?会?|研讨)?/y,
  },
  {
    kind: 'HEART_TO_HEART_TALK',
    pattern: /谈心谈话(?:提醒)?|谈心交心|(?:廉政|廉洁|任前|任职|集体|日常)谈话/y,
  },
  { kind: 'SYMPOSIUM', pattern: /座谈会|恳谈会|研讨会|交流会|座谈/y },
  {
    kind: 'LECTURE',
    pattern:
      /讲座|微党课|党课(?:宣讲)?|报告会|专题辅导(?:报告|讲座)?|辅导(?:报告|讲座|课)|宣讲(?:教育|会|活动)?|巡讲(?:活动)?|讲解|解读|授课/y,
  },
  {
    kind: 'TRAINING',
    pattern:
      /培训班|培训会(?:议)?|培训(?:活动|工作)?|轮训(?:班)?|集训|读书会|研修(?:班|活动)?|进修(?:班|学习)|训练营|读书班|(?:集体|集中|专题|系统)学习|学习班|学习/y,
  },
  {
    kind: 'MEETING',
    pattern:
      /民主生活会|组织生活会|警示教育大?会(?:议)?|党组(?:扩大)?会(?:会议|议)?|党委(?:常委|扩大)?会(?:会议|议)?|党工委会(?:会议|议)?|常委会(?:会议|议)?|支委会|专题会(?:议)?|推进会(?:议)?|部署会(?:议)?|动员会(?:议)?|调度会(?:议)?|协调会(?:议)?|分析会(?:议)?|联席会(?:议)?|议事会(?:议)?|办公会(?:议)?|例会|通报会|约谈会|述职(?:述廉)?会|大会|会议/y,
  },
  { kind: 'FIELD_RESEARCH', pattern: /调研/y },
  { kind: 'VISIT', pattern: /走访/y },
];
/**
 * 观摩会, 述职评议会, 能力提升班: there are more names than a list can hold, so behind 召开 any …会 and behind
 * 举办 any …班 that ends there is one. Bodies and fairs, which end the same way, are no meetings.
 */
const NAME_END = '(?=[\\d，。、；"）]|[和及与并暨]|[两一二三四五六七八九十]{1,3}[次期]|$)';
const OTHER_NAMES: readonly KindRule[] = [
  {
    kind: 'MEETING',
    pattern: new RegExp(
      `(?![员社协学工商机聘览销乐晚展合金])\\p{Script=Han}会(?:议)?${NAME_END}`,
      'uy',
    ),
  },
  {
    kind: 'TRAINING',
    pattern: new RegExp(`(?![值夜上下领导换跟年])\\p{Script=Han}班${NAME_END}`, 'uy'),
  },
];
const FIRST_SIGNS =
  '"第理中谈廉提任集警日座恳研交讲微党报辅宣巡解授培轮读专系进训学民组支推部动调协议分联办例通约述大会走';
const MAY_BEGIN = 1;
const ENDS_SENTENCE = 2;
const OPENS_TITLE = 3;
const CLOSES_TITLE = 4;
/** What a sign may mean here; most mean nothing, and the text is long. */
const MEANINGS = new Uint8Array(0x10000);
for (const [signs, meaning] of [
  [FIRST_SIGNS, MAY_BEGIN],
  ['。；！？', ENDS_SENTENCE],
  ['《', OPENS_TITLE],
  ['》', CLOSES_TITLE],
] as const)
  for (const sign of signs) MEANINGS[sign.charCodeAt(0)] = meaning;
const NAME_ENDS: ReadonlySet<number> = new Set(['会', '班'].map((sign) => sign.charCodeAt(0)));

/** 培训计划, 会议纪要, 调研报告: the word only names something else. */
const NAMES_SOMETHING_ELSE =
  /^(?:了?(?:计划|方案|制度|机制|内容|资料|教材|经费|费用?|机构|力度|体系|对象|中心|学校|基地|需求|档案|台账|记录|纪要|精神|议程|议题|决议|决定|材料|通知|报告|成果|课题|质量|实效|效果|频次|不够|不足|不深|不到位|室|桌|贯彻|教育|氛围|平台|强国|笔记|情况汇报|期间|前|后|上|中(?!心)|时)|"?(?:制度|机制))/;

const TOTAL = /^了?(?:各级)?(?:各类|各种|各项|多种)/;

/**
 * Trainings and meetings that the notice says took place, each once a place it is told. Left out:
 * what is only planned, what names a fault, and words that only name something else (培训计划).
 */
export function findTrainings(flow: FlowText, places: PlaceMap): NoticeTraining[] {
  const trainings: NoticeTraining[] = [];
  const intended = new Set<NoticeTraining>();
  let titleDepth = 0;
  let clauseStart = 0;
  let previousEnd = 0;
  let path: ItemPath | null = null;
  for (let at = 0; at < flow.match.length; at += 1) {
    const meaning = MEANINGS[flow.match.charCodeAt(at)];
    if (meaning === OPENS_TITLE) titleDepth += 1;
    if (meaning === CLOSES_TITLE) titleDepth = Math.max(0, titleDepth - 1);
    if (meaning === ENDS_SENTENCE) {
      titleDepth = 0;
      clauseStart = at + 1;
    }
    // A heading above a measure ends without a full stop, and is no part of the measure's sentence.
    const here = places.pathAt(at);
    if (here !== path) clauseStart = at;
    path = here;
    const mayBegin = meaning === MAY_BEGIN || NAME_ENDS.has(flow.match.charCodeAt(at + 1));
    if (titleDepth > 0 || !mayBegin) continue;
    const region = places.regionAt(at);
    if (region === REGION.PROBLEM || region === REGION.PLAN) continue;
    const found = matchKind(flow.match, at);
    if (!found) continue;
    const training = readTraining(flow, places, { start: clauseStart, previousEnd }, at, found);
    previousEnd = found.end;
    at = found.end - 1;
    if (!training) continue;
    const earlier = findSame(trainings, training, found.word, clauseStart, flow);
    if (earlier === -1) {
      trainings.push(training);
      if (region === REGION.INTENDED) intended.add(training);
    } else trainings[earlier] = mergeQuantities(trainings[earlier] ?? training, training);
  }
  return dropIntended(trainings, intended);
}

/** 整改措施：举办培训班 beside 整改情况：举办培训班2期 is one training, told twice. */
function dropIntended(
  trainings: readonly NoticeTraining[],
  intended: ReadonlySet<NoticeTraining>,
): NoticeTraining[] {
  if (intended.size === 0) return [...trainings];
  const keyOf = ({ kind, itemPath }: NoticeTraining): string =>
    `${kind} ${itemPath.slice(0, 2).join('.')}`;
  const told = new Set(trainings.filter((one) => !intended.has(one)).map(keyOf));
  return trainings.filter((one) => !intended.has(one) || !told.has(keyOf(one)));
}

/**
 * 第一议题 and 中心组 are series, so a second mention in one measure is the same entry; so is
 * 举办培训班3期，培训156人次. Only the latest entries can be meant, which keeps the search short.
 */
function findSame(
  trainings: readonly NoticeTraining[],
  training: NoticeTraining,
  word: string,
  sentenceStart: number,
  flow: FlowText,
): number {
  const path = training.itemPath.join('.');
  const sentenceOffset = flow.starts[sentenceStart] ?? 0;
  for (let index = trainings.length - 1; index >= Math.max(0, trainings.length - 6); index -= 1) {
    const other = trainings[index];
    if (!other || other.kind !== training.kind || other.itemPath.join('.') !== path) continue;
    const isSeries =
      training.kind === 'FIRST_AGENDA_STUDY' || training.kind === 'CENTRAL_GROUP_STUDY';
    if (isSeries && path !== '') return index;
    // 落实谈心谈话制度，与干警谈心谈话102人次 sets the series up and says how often it was held.
    if (path !== '' && other.topic.includes('谈心') && training.topic.includes('谈心'))
      return index;
    if (other.source.start < sentenceOffset) continue;
    const isCountOnly = /^(?:累计|共|共计|累计共)?(?:培训|轮训|集训|读书会|研修)$/.test(
      training.topic,
    );
    if (isCountOnly || repeatsActivity(other, training, word)) return index;
  }
  return -1;
}

/** Topics are shown as written, whatever marks the notice quotes with. */
const QUOTED = /[“”"＂「」『』]/;

/** 开展“进宿舍”走访活动，走访宿舍312间: the named activity, and then what was done in it. */
function repeatsActivity(other: NoticeTraining, training: NoticeTraining, word: string): boolean {
  if (!/^(?:走访|调研|宣讲|巡讲)$/.test(word) || other.sessions !== null) return false;
  const isNamed = QUOTED.test(other.topic) || /(?:活动|行动)$/.test(other.topic);
  return isNamed && !QUOTED.test(training.topic);
}

function mergeQuantities(entry: NoticeTraining, more: NoticeTraining): NoticeTraining {
  return {
    ...entry,
    sessions: entry.sessions ?? more.sessions,
    attendances: entry.attendances ?? more.attendances,
    hours: entry.hours ?? more.hours,
  };
}

interface KindFound {
  readonly kind: TrainingKind;
  readonly word: string;
  readonly end: number;
  /** Known only by its 会. */
  readonly isOther: boolean;
}

function matchKind(text: string, at: number): KindFound | null {
  for (const { kind, pattern } of KIND_RULES) {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found) return { kind, word: found[0], end: at + found[0].length, isOther: false };
  }
  for (const { kind, pattern } of OTHER_NAMES) {
    pattern.lastIndex = at;
    const word = pattern.exec(text)?.[0];
    if (word) return { kind, word, end: at + word.length, isOther: true };
  }
  return null;
}

function readTraining(
  flow: FlowText,
  places: PlaceMap,
  clause: { readonly start: number; readonly previousEnd: number },
  at: number,
  found: KindFound,
): NoticeTraining | null {
  const before = flow.match.slice(Math.max(clause.start, at - 160), at);
  const after = clauseEnd(flow.match.slice(found.end, found.end + 60));
  const occasion = judgeOccasion({
    kind: found.kind,
    word: found.word,
    before,
    after,
    namesSomethingElse: NAMES_SOMETHING_ELSE.test(after),
    isNamedByVerb: found.isOther,
  });
  if (!occasion) return null;
  // In 座谈会和专题培训 the second name begins behind the first one.
  const topicStart = Math.max(at - occasion.topicLength, Math.min(clause.previousEnd, at));
  const end = found.end + occasion.topicAfter;
  const path = places.pathAt(at);
  // 召开反馈会议 in the preamble is the inspectors' meeting, not one of those who were inspected.
  if (path.length === 0 && /反馈(?:大?会|会议)$/.test(flow.match.slice(topicStart, found.end)))
    return null;
  // 开展各类培训27场次, told of the whole rectification, is a total and no occasion.
  if (path.length === 0 && TOTAL.test(flow.match.slice(topicStart, at))) return null;
  const quantities = readQuantities(
    // The figure in “百场巡讲” is part of a name.
    before.split('"').length % 2 === 0 ? '' : before.slice(-30),
    after,
    found.word,
  );
  // 召开专题会议6次, told of the whole rectification, is a total as well, and so is what a chapter that is one
  // introduction says of how the work was led.
  const isTotal = quantities.sessions !== null || places.regionAt(at) === REGION.INTRODUCTION;
  if (path.length === 0 && found.kind === 'MEETING' && isTotal) return null;
  return {
    kind: found.kind,
    topic: flow.shown
      .slice(topicStart, end)
      .replace(/^(?:[的了、，和及与]|[”"']|\d{1,4}次、)+/, ''),
    direction: occasion.direction,
    itemPath: path,
    source: toSource(flow, topicStart, end),
    ...quantities,
  };
}

function clauseEnd(text: string): string {
  const cut = text.search(/[。；！？]/);
  return cut === -1 ? text : text.slice(0, cut);
}
