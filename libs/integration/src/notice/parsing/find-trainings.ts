import { toSource, type FlowText } from './flow-text.ts';
import { REGION, type PlaceMap } from './locate-paths.ts';
import type { NoticeTraining, TrainingKind } from './notice.type.ts';
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
    pattern: /讲座|微党课|党课(?:宣讲)?|报告会|辅导报告|宣讲(?:教育|会|活动)?|讲解|解读|授课/y,
  },
  {
    kind: 'TRAINING',
    pattern:
      /培训班|培训会(?:议)?|培训(?:活动|工作)?|轮训(?:班)?|集训|研修班|进修班|训练营|读书班|(?:集体|集中|专题|系统)学习|学习班|学习/y,
  },
  {
    kind: 'MEETING',
    pattern:
      /民主生活会|组织生活会|警示教育大?会(?:议)?|党组(?:扩大)?会(?:会议|议)?|党委(?:常委|扩大)?会(?:会议|议)?|党工委会(?:会议|议)?|常委会(?:会议|议)?|支委会|专题会(?:议)?|推进会(?:议)?|部署会(?:议)?|动员会(?:议)?|调度会(?:议)?|协调会(?:议)?|分析会(?:议)?|联席会(?:议)?|议事会(?:议)?|办公会(?:议)?|例会|通报会|约谈会|述职(?:述廉)?会|大会|会议/y,
  },
  { kind: 'FIELD_RESEARCH', pattern: /调研/y },
  { kind: 'VISIT', pattern: /走访/y },
];
const FIRST_SIGNS =
  /["第理中谈廉提任集警日座恳研交讲微党报辅宣解授培轮读专系进训学民组支推部动调协议分联办例通约述大会走]/;
/** 培训计划, 会议纪要, 调研报告: the word only names something else. */
const NAMES_SOMETHING_ELSE =
  /^(?:了?(?:计划|方案|制度|机制|内容|资料|教材|经费|费用?|机构|力度|体系|对象|中心|学校|基地|需求|档案|台账|记录|纪要|精神|议程|议题|决议|决定|材料|通知|报告|成果|课题|质量|实效|效果|频次|不够|不足|不深|不到位|室|桌|贯彻|教育|氛围|平台|强国|笔记|情况汇报|期间|前|后|上|中(?!心)|时)|"?(?:制度|机制))/;

/**
 * Trainings and meetings that the notice says took place, each once a place it is told. Left out:
 * what is only planned, what names a fault, and words that only name something else (培训计划).
 */
export function findTrainings(flow: FlowText, places: PlaceMap): NoticeTraining[] {
  const trainings: NoticeTraining[] = [];
  let titleDepth = 0;
  let clauseStart = 0;
  let previousEnd = 0;
  for (let at = 0; at < flow.match.length; at += 1) {
    const sign = flow.match[at] ?? '';
    if (sign === '《') titleDepth += 1;
    if (sign === '》') titleDepth = Math.max(0, titleDepth - 1);
    if ('。；！？'.includes(sign)) {
      titleDepth = 0;
      clauseStart = at + 1;
    }
    const region = places.regionAt(at);
    if (titleDepth > 0 || !FIRST_SIGNS.test(sign)) continue;
    if (region === REGION.PROBLEM || region === REGION.PLAN) continue;
    const found = matchKind(flow.match, at);
    if (!found) continue;
    const training = readTraining(flow, places, { start: clauseStart, previousEnd }, at, found);
    previousEnd = found.end;
    at = found.end - 1;
    if (!training) continue;
    const earlier = findSame(trainings, training, found.word, clauseStart, flow);
    if (earlier === -1) trainings.push(training);
    else trainings[earlier] = mergeQuantities(trainings[earlier] ?? training, training);
  }
  return trainings;
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
    const isCountOnly = word === '培训' && /^(?:累计|共|共计|累计共)?培训$/.test(training.topic);
    if (isCountOnly && other.source.start >= sentenceOffset) return index;
  }
  return -1;
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
}

function matchKind(text: string, at: number): KindFound | null {
  for (const { kind, pattern } of KIND_RULES) {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found) return { kind, word: found[0], end: at + found[0].length };
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
  });
  if (!occasion) return null;
  // In 座谈会和专题培训 the second name begins behind the first one.
  const topicStart = Math.max(at - occasion.topicLength, Math.min(clause.previousEnd, at));
  const end = found.end + occasion.topicAfter;
  const quantities = readQuantities(
    flow.match.slice(Math.max(clause.start, at - 30), at),
    after,
    found.word,
  );
  return {
    kind: found.kind,
    topic: flow.shown
      .slice(topicStart, end)
      .replace(/^(?:[的了、，和及与]|[”"']|\d{1,4}次、)+/, ''),
    direction: occasion.direction,
    itemPath: places.pathAt(at),
    source: toSource(flow, topicStart, end),
    ...quantities,
  };
}

function clauseEnd(text: string): string {
  const cut = text.search(/[。；！？]/);
  return cut === -1 ? text : text.slice(0, cut);
}
