import type { TrainingDirection, TrainingKind } from './notice.type.ts';

export interface OccasionContext {
  readonly kind: TrainingKind;
  /** The word itself: 座谈会, 培训班, 学习 … */
  readonly word: string;
  /** The sentence up to the word. */
  readonly before: string;
  /** The sentence behind the word. */
  readonly after: string;
  /** 培训计划, 会议精神: the word only names something else. */
  readonly namesSomethingElse: boolean;
  /** A word that is an occasion only behind 召开 or 参加. */
  readonly isNamedByVerb: boolean;
}

export interface Occasion {
  readonly direction: TrainingDirection;
  /** Signs before the word that belong to the topic. */
  readonly topicLength: number;
  /** Signs behind the word that belong to the topic. */
  readonly topicAfter: number;
}

/** Governing verbs; the nearest one before the word decides. */
const GOVERNORS =
  /(组织召开|主持召开|牵头召开|召开|组织开展|举办|举行|开设|开办|开展|进行|组织|带领|主持|听取|讲授|上好|完成|邀请|赴|深入|(?<![达遇做得受看感])到(?!位)|实地|上门|逐一|逐户|逐家|入户|主动|定期|集中|分批|安排|通过|依托|利用|坚持|严格|落实|执行|建立|强化|健全|完善)|(参加|出席|列席|参训|选派|选送|推荐|参与|派员)|(传达|贯彻|梳理|加强|制定|修订|规范|优化|增加|统筹|研究|审议|总结|根据|按照|落实好|纳入|列入|整理|编印|形成|撰写|报送|印发|提升|提高|增强|丰富|创新|改进|拓展|深化|突出|注重|指导|督促|要求|减少|精简|压减|取消|推动)/g;
const NOUN_TOO = /^(?:规范|提升|提高|创新|指导)$/;
const STANDING = /^(?:通过|依托|利用|坚持|严格|落实|执行|建立|强化|健全|完善)$/;
/** Adverbs and light verbs: what is visited or studied stands before them. */
const WEAK = /^(?:进行|赴|深入|到|实地|上门|逐一|逐户|逐家|入户|主动|定期|集中|分批|带领)$/;
const LONGEST_TOPIC = 90;
const STUDY = /^(?:组织|带领|集中|进行|开展|组织开展|安排|通过|主持)$/;
const PLANNED =
  /(?:计划|拟|将|筹备|准备|下一?步|今后|即将|预计|争取|要求|确保|应当|应(?=在|于|组织|召开|开展)|须|需要|必须)[^，]{0,16}$/;
const NEGATED =
  /(?:未|没有|尚未|未能|不|缺少|无)(?:及时|按要求|按期|按时|定期|认真)?(?:组织|召开|开展|举办|进行|参加)?[^，]{0,6}$/;
const POINT_IN_TIME = /(?:^|，)在[^，]{0,24}$/;
const CONVENES = /召开|开设|开办|举办|举行|参加|出席|列席|参训/;
const NAMING = {
  MEETING: /召开|举行|参加|出席|列席/,
  CLASS: /举办|举行|开设|开办|参加|选派|选送|推荐|参训/,
};
const BARE_STUDY = /^(?:学习|学习班)$/;

/** Decides whether a word such as 培训 tells of something that took place; null when it does not. */
export function judgeOccasion(context: OccasionContext): Occasion | null {
  const { kind, word, before, after } = context;
  const clauseFrom = before.lastIndexOf('，') + 1;
  // Verbs inside a title govern nothing: 学习《关于规范…的通知》.
  const clause = before
    .slice(clauseFrom)
    .replace(/《[^《》]*》/g, (title) => `《${'□'.repeat(title.length - 2)}》`);
  if (PLANNED.test(clause) || NEGATED.test(clause)) return null;
  const governor = nearestGovernor(clause);
  const isSeries =
    kind === 'FIRST_AGENDA_STUDY' ||
    kind === 'CENTRAL_GROUP_STUDY' ||
    kind === 'HEART_TO_HEART_TALK';
  if (isSeries) return judgeSeries(context, clause, governor);
  if (context.namesSomethingElse) return null;
  if (kind === 'MEETING' && POINT_IN_TIME.test(before) && /^(?:后|前|期间|上)/.test(after))
    return null;
  if (BARE_STUDY.test(word) && !isOrganizedStudy(clause, after, governor)) return null;
  if (!governor) return judgeUngoverned(context, clause);
  if (governor.isOther) return null;
  if (
    context.isNamedByVerb &&
    !NAMING[kind === 'MEETING' ? 'MEETING' : 'CLASS'].test(governor.word)
  )
    return null;
  if (kind === 'MEETING' && !/召开|举行|举办|主持|参加|出席|列席|组织|开展/.test(governor.word))
    return null;
  if (STANDING.test(governor.word) && !/通过|依托|利用/.test(governor.word)) return null;
  return {
    direction: governor.direction,
    topicLength: topicLength(clause, governor),
    topicAfter: topicAfter(word, after),
  };
}

interface Governor {
  readonly word: string;
  readonly end: number;
  readonly direction: TrainingDirection;
  readonly isOther: boolean;
}

function nearestGovernor(clause: string): Governor | null {
  let governor: Governor | null = null;
  for (const found of clause.matchAll(GOVERNORS)) {
    // 对举办的讲座进行倒查, 参加市里组织的培训: a verb before 的 only describes.
    if (clause[found.index + found[0].length] === '的') continue;
    const next: Governor = {
      word: found[0],
      end: found.index + found[0].length,
      direction: found[2] ? 'ATTENDED' : 'HELD',
      isOther: found[3] !== undefined,
    };
    // 召开整改推进落实工作会议: verbs inside the name of what was held do not take over.
    const isInsideName = governor && CONVENES.test(governor.word) && !CONVENES.test(next.word);
    // 选派骨干赴省级医院进修: where they went does not make it an occasion of one's own.
    const isSentThere = governor?.direction === 'ATTENDED' && /^(?:赴|到)$/.test(next.word);
    if (isSentThere) continue;
    // 组织执法规范培训: a verb that is a noun as well and touches the word is part of its name.
    if (NOUN_TOO.test(next.word) && next.end === clause.length && governor && !governor.isOther)
      continue;
    if (!isInsideName || /^(?:参加|出席|列席)$/.test(next.word)) governor = next;
  }
  return governor;
}

/** 第一议题, 中心组, 谈心谈话 go on as a series: to set it up or keep to it is to hold it. */
function judgeSeries(
  context: OccasionContext,
  clause: string,
  governor: Governor | null,
): Occasion | null {
  const { kind, word, after } = context;
  if (/^(?:不够|不足|不深|不到位|流于形式|次数少)/.test(after)) return null;
  if (/^(?:成员|制度不|组)/.test(after)) return null;
  const hasFigure = /^[^，]{0,6}\d/.test(after);
  const isNamedStudy = /学习|研讨/.test(word) || kind === 'HEART_TO_HEART_TALK';
  const isHeld = governor !== null && !governor.isOther;
  if (!isHeld && !hasFigure && !isNamedStudy) return null;
  if (governor?.isOther && !hasFigure) return null;
  const suffix = /^"?(?:全流程管理|学习(?:机制|制度)?|制度|机制)/.exec(after)?.[0] ?? '';
  return {
    direction: governor?.direction ?? 'HELD',
    topicLength: topicLength(clause, governor),
    topicAfter: suffix.length,
  };
}

/** 学习 is an occasion only when a group was brought together for it. */
function isOrganizedStudy(clause: string, after: string, governor: Governor | null): boolean {
  // 全年学习12次
  if (/^\d{1,4}余?(?:次|场|期)/.test(after)) return true;
  if (/^(?:制度|机制|贯彻|教育|型|强国|成果|任务|宣传)/.test(after)) return false;
  if (/(?:认真|系统|集体|集中|专题|深入|及时)$/.test(clause) && governor !== null) {
    return STUDY.test(governor.word) || /系统|集体|集中|专题/.test(clause.slice(-2));
  }
  if (/(?:参观|考察)$/.test(clause)) return governor !== null;
  return governor !== null && (STUDY.test(governor.word) || /组织|带领/.test(clause));
}

/** 走访企业30家, 培训干部120人次: the word is itself the verb. */
function judgeUngoverned(context: OccasionContext, clause: string): Occasion | null {
  const { kind, word, after } = context;
  const isVerb =
    kind === 'VISIT' ||
    kind === 'FIELD_RESEARCH' ||
    word === '培训' ||
    word === '轮训' ||
    word === '座谈';
  const standsAlone = /^(?:集体|集中|专题|系统)学习$/.test(word);
  const hasFigure = /^[^，]{0,12}\d+[^，]{0,3}(?:次|场|期|人|家|户|个|名|轮)/.test(after);
  const isGivenBy = word === '授课' && /(?:由|请)/.test(clause);
  if (standsAlone || hasFigure || isGivenBy || kind === 'VISIT') {
    return {
      direction: 'HELD',
      topicLength: topicLength(clause, null),
      topicAfter: topicAfter(word, after),
    };
  }
  return isVerb && /(?:先后|多次|逐一|共|累计)$/.test(clause)
    ? { direction: 'HELD', topicLength: 0, topicAfter: 0 }
    : null;
}

/** How many signs before the word name the occasion: back to its verb, the last list mark, or 对. */
function topicLength(clause: string, governor: Governor | null): number {
  let from = governor?.end ?? 0;
  if (governor && WEAK.test(governor.word)) {
    const aimed = clause.lastIndexOf('对', governor.end);
    from = aimed === -1 ? 0 : aimed;
  }
  const written = clause.slice(from);
  const listed = /^.*》[、和及与](?!.*》[、和及与])/.exec(written)?.[0].length ?? 0;
  const marker =
    /^(?:[一二三四五六七八九十]{1,3}是|（.{1,3}）|[①-⑳]|\d{1,2}[.、]|其[一二三四五]，?)/.exec(
      written.slice(listed),
    );
  const topic = written
    .slice(listed + (marker?.[0].length ?? 0))
    .replace(/^.*\d余?(?:场次|人次|场|次|期|轮|家|件|个|名|人)[、和及]/, '')
    .replace(/^[了过好并的、把将]+|^\d{1,4}次、|^对(?=对)|^[和及与](?!谐)/, '');
  return Math.min(topic.length, LONGEST_TOPIC);
}

/** 走访相关街镇, 学习《条例》: what stands behind a word that is itself the verb. */
function topicAfter(word: string, after: string): number {
  if (/学习$/.test(word)) return /^了?(?:《[^》]{1,80}》)/.exec(after)?.[0].length ?? 0;
  if (!/走访$/.test(word)) return 0;
  return /^(?![、和，])[^，。；、\d《]{1,16}/.exec(after)?.[0].length ?? 0;
}
