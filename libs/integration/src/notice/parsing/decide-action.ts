import { REGION, type Region } from './locate-paths.ts';
import type { DocumentAction } from './notice.type.ts';

/** The words around a group of titles that share a verb. */
export interface TitleContext {
  /** From the start of the sentence to the first title of the group. */
  readonly before: string;
  /** Right behind this title's own 》. */
  readonly after: string;
  /** Behind the last title of the group, where a postposed verb stands. */
  readonly afterGroup: string;
  readonly region: Region;
  readonly title: string;
}

type Deed = Exclude<DocumentAction, 'MENTION' | 'BEGIN_REVISION'>;
interface VerbHit {
  readonly deed: Deed | 'MENTION' | 'CARRIER';
  readonly start: number;
  readonly end: number;
}

const REVISE =
  '修订完善|修改完善|修订|修改|修编|修正|健全完善|优化完善|调整完善|补充完善|完善|健全|更新|调整优化';
const ESTABLISH =
  '制定完善|建立健全|建立完善|制定|制订|建立|出台|新建|新增|编制|编写|编印|拟定|确立|订立|汇编成|汇编|形成';
const ISSUE = '印发|编发|下发|发布|转发|公布|颁布|制发|发出|下达|印制|推出';
const DRAFT = '起草|草拟|拟订|拟写|撰写';
const REPEAL = '废止|废除|停止执行|取消';
/** Carry a verb that stands behind the title: 对《甲》进行修订, 完成《甲》的起草. */
const CARRIER = '完成|启动|推进|推动|开展|组织|着手|开始|对|将|把';
const MENTION =
  '贯彻落实|学习贯彻|学习|贯彻|落实|执行|遵守|遵循|遵照|依据|根据|依照|按照|参照|参考|对照|结合|围绕|聚焦|研究|填写|填报|签订|签署|负责|审议|讨论|传达|解读|宣讲|宣传|领会|掌握|观看|阅读|违反|符合|利用|运用|通过|依托|纳入|报送|提交|上报|收集|严守|印证|引用|涉及|发放|公示|张贴|查阅|列入|熟悉|对标|吃透|重温|抄写|测试';
const VERB = new RegExp(
  `(${REVISE})|(${ESTABLISH})|(${ISSUE})|(${DRAFT})|(${REPEAL})|(${MENTION})|(${CARRIER})`,
  'g',
);
const DEEDS: readonly VerbHit['deed'][] = [
  'REVISE',
  'ESTABLISH',
  'ISSUE',
  'DRAFT',
  'REPEAL',
  'MENTION',
  'CARRIER',
];
const DEED_VERB = new RegExp(`(${REVISE})|(${ESTABLISH})|(${ISSUE})|(${DRAFT})|(${REPEAL})`);
const ADVERB =
  '(?:目前|现|均|也|都|已经|已|全部|正式|及时|顺利|重新|再次|同步|同时|一并|全面|系统|相应|并|进行了?|作了?|予以|加以|的|了)';
/** Bounded everywhere: an adversarial run of 于于于 must not be tried in every split. */
const POSTPOSED = new RegExp(
  `^(?:（[^（）]{0,24}）)?(?:等[^，。；《》]{0,20}?)?，?${ADVERB}{0,5}(?:[于经][^，。；《》]{1,24}?)?${ADVERB}{0,4}(?:相关|部分|有关)?(?:内容|条款)?${ADVERB}{0,3}(${REVISE}|${ESTABLISH}|${ISSUE}|${DRAFT}|${REPEAL})`,
);
const DONE_AFTER = /^[^，。；《》]{0,24}?(?:已|均|完成|了|到位|实施)/;
const UNDERWAY_AFTER =
  /^(?:（[^（）]{0,24}）)?(?:等[^，。；《》]{0,20}?)?，?(?:目前|现)?(?:正在|正|处于|已启动|启动)[^，。；《》]{0,8}?(修订|修改|完善|制定|起草|编制)|^(?:（[^（）]{0,24}）)?(?:等[^，。；《》]{0,20}?)?[^，。；《》]{0,4}?(修订|修改|完善|制定|起草|编制)(?:工作)?(?:之?中|阶段)/;
const CONSULTING_AFTER =
  /^(?:（[^（）]{0,24}）)?(?:目前|现)?(?:已)?(?:形成|完成)?(?:初稿|征求意见稿|讨论稿|送审稿)|^(?:正在|正|目前正)?征求意见/;
const PLANNED =
  /(?:正在|拟|计划|准备|着手|启动|开始|即将|预计|酝酿|适时|尽快|加快|抓紧|筹备|推进|将|待|争取|谋划|探索)(?:对|把)?[^，。；《》]{0,4}$/;
const UNDERWAY = /(?:正在|着手|启动|开始|抓紧|加快|推进)/;
const NEGATED = /(?:未|没有|尚未|未能|未及时|缺少|没|不)(?:及时|按要求|按规定|严格|认真|全面)?$/;
const DISTRIBUTIVE = /各自|相应的$|自己的/;
const DERIVED =
  /^的?(?:实施(?:细则|方案|办法|意见)|配套|任务分解|责任分解|落实|贯彻|学习|宣传|解读|执行|工作方案)/;
const COMPANION = /^的?(?:实施(?:细则|方案|办法|意见)|配套|任务分解|责任分解|工作方案)/;
const INSTITUTION_END =
  /(?:制度|办法|规定|细则|规程|规则|意见|方案|指引|指南|手册|汇编|机制|章程|流程|规范|标准|预案)(?:（[^（）]{1,20}）)?$/;

/** What this mention says was done to the document; what is only planned or faulted is no deed. */
export function decideAction(context: TitleContext): DocumentAction {
  if (context.region === REGION.PROBLEM) return 'MENTION';
  const action = readAction(context);
  if (context.region !== REGION.PLAN) return action;
  return action === 'REVISE' || action === 'BEGIN_REVISION' ? 'BEGIN_REVISION' : 'MENTION';
}

function readAction(context: TitleContext): DocumentAction {
  const { before, afterGroup } = context;
  const verbs = readVerbs(before);
  const last = verbs[verbs.length - 1];
  if (!last || last.deed === 'CARRIER') {
    return readPostposed(before.slice(last?.start ?? before.length), before, afterGroup);
  }
  if (last.deed === 'MENTION') return 'MENTION';
  const between = before.slice(last.end);
  if (isAttributive(before, last, between)) {
    const postposed = readPostposed('', before, afterGroup);
    if (postposed !== 'MENTION') return postposed;
    const earlier = verbs.slice(0, -1).pop();
    const isDirect = earlier && !/，/.test(before.slice(earlier.end, last.start));
    if (!isDirect || earlier.deed === 'MENTION' || earlier.deed === 'CARRIER') return 'MENTION';
    return earlier.deed;
  }
  return readPreposed(context, verbs, between);
}

function readPreposed(
  context: TitleContext,
  verbs: readonly VerbHit[],
  between: string,
): DocumentAction {
  const { before, after, title } = context;
  const chain = readChain(before, verbs);
  const first = chain[0];
  if (!first || DISTRIBUTIVE.test(between)) return 'MENTION';
  const lead = before.slice(Math.max(0, first.start - 12), first.start);
  const clause = lead.slice(lead.lastIndexOf('，') + 1);
  if (NEGATED.test(clause)) return 'MENTION';
  const deed = strongestOf(chain);
  const lastVerb = before.slice(chain[chain.length - 1]?.start ?? 0, chain[chain.length - 1]?.end);
  if (/形成|汇编/.test(lastVerb) && chain.length === 1 && !INSTITUTION_END.test(title))
    return 'MENTION';
  if (deed === 'ESTABLISH' && DERIVED.test(after)) return 'MENTION';
  // 修订《条例》配套制度: what was revised goes with the document and is another one.
  if (deed === 'REVISE' && COMPANION.test(after)) return 'MENTION';
  if (!PLANNED.test(clause)) return deed;
  if (deed === 'REVISE') return 'BEGIN_REVISION';
  if (deed === 'DRAFT') return /拟|计划|将|待/.test(clause) ? 'MENTION' : 'DRAFT';
  return deed === 'ESTABLISH' && UNDERWAY.test(clause) ? 'DRAFT' : 'MENTION';
}

/** 《甲》已修订完成, 对《甲》进行了修订, 完成《甲》的起草, 启动《甲》修订工作. */
function readPostposed(carrier: string, before: string, afterGroup: string): DocumentAction {
  if (CONSULTING_AFTER.test(afterGroup)) return 'DRAFT';
  const underway = UNDERWAY_AFTER.exec(afterGroup);
  if (underway)
    return /修|完善/.test(underway[1] ?? underway[2] ?? '') ? 'BEGIN_REVISION' : 'DRAFT';
  const found = POSTPOSED.exec(afterGroup);
  if (!found) return 'MENTION';
  const verb = DEED_VERB.exec(found[1] ?? '');
  const deed = DEEDS[verb ? verb.slice(1).findIndex((group) => group !== undefined) : 5];
  if (!deed || deed === 'MENTION' || deed === 'CARRIER') return 'MENTION';
  const rest = afterGroup.slice(found[0].length);
  // 结合《甲》修订《乙》: the verb behind 《甲》 belongs to 《乙》.
  if (/^(?:了|并|完善|印发)?(?:[^，。；]{0,10})?《/.test(rest) && !/^对|^将|^把/.test(carrier))
    return 'MENTION';
  if (
    /^(?:启动|推进|推动|开展|组织|着手|开始)/.test(carrier) ||
    PLANNED.test(before.slice(-10).replace(/[将把](?:原有?|旧)?$/, ''))
  ) {
    return deed === 'REVISE'
      ? 'BEGIN_REVISION'
      : deed === 'DRAFT' || deed === 'ESTABLISH'
        ? 'DRAFT'
        : 'MENTION';
  }
  if (/^(?:完成|对|将|把)/.test(carrier)) return deed;
  return DONE_AFTER.test(afterGroup) ? deed : 'MENTION';
}

/** Verbs of the clause the title stands in, in order; a comma ends a verb's reach. */
function readVerbs(before: string): VerbHit[] {
  const from = before.lastIndexOf('，') + 1;
  const hits: VerbHit[] = [];
  for (const found of before.slice(from).matchAll(VERB)) {
    const deed = DEEDS[found.slice(1).findIndex((group) => group !== undefined)];
    const start = from + found.index;
    const previous = hits[hits.length - 1];
    // 编制完成《甲》: 完成 behind a verb says that the deed is done, and governs nothing of its own.
    if (found[0] === '完成' && previous?.end === start && !/MENTION|CARRIER/.test(previous.deed)) {
      hits[hits.length - 1] = { ...previous, end: start + 2 };
    } else if (deed) hits.push({ deed, start, end: start + found[0].length });
  }
  return hits;
}

/** 修订并印发, 制定出台: verbs side by side act together. */
function readChain(before: string, verbs: readonly VerbHit[]): VerbHit[] {
  const chain: VerbHit[] = [];
  for (let index = verbs.length - 1; index >= 0; index -= 1) {
    const verb = verbs[index];
    const next = chain[0];
    if (!verb || verb.deed === 'MENTION' || verb.deed === 'CARRIER') break;
    if (
      next &&
      !/^(?:了|并|和|或|及|与|、|及时|正式|完成|重新)*$/.test(before.slice(verb.end, next.start))
    )
      break;
    chain.unshift(verb);
  }
  return chain;
}

function strongestOf(chain: readonly VerbHit[]): Deed {
  const deeds = chain.map((verb) => verb.deed);
  const made = deeds.find((deed) => deed === 'REVISE' || deed === 'ESTABLISH' || deed === 'REPEAL');
  if (made) return made as Deed;
  return deeds.includes('ISSUE') ? 'ISSUE' : 'DRAFT';
}

/** 对照修订的《甲》, 学习新修订《乙》: the verb describes the document, nobody does it here. */
function isAttributive(before: string, verb: VerbHit, between: string): boolean {
  if (/^(?:完成|出台|印发|实施)?(?:后|过|好)?的$/.test(between)) return true;
  return between === '' && /(?<![重全])新$/.test(before.slice(0, verb.start));
}
