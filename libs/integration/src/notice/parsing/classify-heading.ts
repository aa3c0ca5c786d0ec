/** What a heading announces; SUBJECT is a field of findings or a problem, NEUTRAL says nothing of its own. */
export type HeadingRole = 'ORGANIZATION' | 'RESULTS' | 'PLAN' | 'SUBJECT' | 'NEUTRAL';

const LACK =
  /不(?:够|到位|足|实|严|深|强|高|力|准|细|全|清|紧|明显|规范|彻底|及时|完善|健全|扎实|充分|合理|完整|平衡|牢|优|畅|顺|大|多|经常|主动|精准|全面|严格|严肃|突出|落实|准确|透明|协调|理想|重视|担当|作为|符|一致|执行|按|过硬|够好)|薄弱|缺失|缺乏|欠缺|缺位|滞后|差距|短板|弱化|淡化|虚化|有待|偏差|偏低|偏弱|偏慢|偏软|流于形式|走过场|宽松软|未(?!来)|违规|违反|超(?:标准|范围|预算|支)|挪用|漏(?:洞|缴|报)|风险|隐患|形式主义|官僚主义|拖欠|虚(?:报|列)|混乱|随意|截留|闲置|疏于|松懈|乏力|力度不|效果不|存在/;
const PLAN =
  /下一?步|下阶段|今后|后续|努力方向|打算|巩固(?:拓展|深化|扩大)?.{0,8}(?:成果|成效)|成果(?:巩固|转化|运用)|长效机制|标本兼治|常抓|工作(?:计划|安排)|持续(?:深化|推进|抓好|巩固|加强).{0,12}整改/;
const ORGANIZATION =
  /组织(?:领导|落实|开展|推进|实施|部署|整改)|(?:主体|领导|第一责任人|政治)责任|责任人|整改工作(?:组织|开展|推进|总体|基本)|(?:总体|基本|履职|组织)(?:情况|工作)|整改总体|主要做法|工作(?:开展|推进)情况|抓好?.{0,4}整改(?:落实)?(?:工作)?的?(?:主要)?(?:做法|情况)|提高(?:政治)?站位|思想认识|高度重视/;
const RESULTS =
  /(?:反馈|发现|指出|查出|揭示|移交|具体|重点|主要|突出|巡[察视]|审计|专项|选人用人|意识形态|立行立改|长期|未完成|尚未).{0,40}(?:整改|落实|推进|办理|进展|完成|处理)|(?:整改|落实)(?:工作)?(?:任务|事项|措施)?.{0,8}(?:落实|进展|完成|推进)?(?:情况|结果|成效|进展)/;
const FINDINGS =
  /反馈(?:的)?(?:意见|问题)|(?:发现|查出|指出|揭示|移交)的?.{0,6}问题|具体问题|重点问题|问题.{0,6}整改|整改(?:事项|任务)/;
const ACTION_START =
  /^(?:加强|强化|完善|建立|健全|开展|组织|召开|制定|修订|严格|规范|进一步|持续|坚持|明确|提高|提升|优化|成立|督促|抓好|压实|细化|深化|对照|及时|认真|立即|定期|邀请|聘请)/;
const REMEDY = /(?:解决|防止|避免|杜绝|消除|整治|纠正|防范|化解|排查|补齐|堵塞).{0,40}$/;
const AREA_TITLE =
  /(?:方面|方向|领域|环节)(?:存在)?(?:的)?(?:突出|主要)?(?:问题)?(?:的)?(?:整改)?(?:落实|进展)?(?:情况)?$/;
const AIMED = /^(?:针对|关于|对于?|聚焦|围绕|紧盯|在)/;

/** Title that names a field of findings: 关于…方面（的整改）, 预算执行方面. */
export function isAreaTitle(title: string): boolean {
  return AREA_TITLE.test(trim(title));
}

/** Title that names something wrong rather than something done. */
export function isProblemTitle(title: string): boolean {
  const text = trim(title);
  if (/^针对/.test(text)) return true;
  const bare = text.replace(/不断|不折不扣|不忘|不敢腐|不能腐|不想腐|查漏补缺|补(?:齐)?短板/g, '');
  // 加强学习，解决学习不深入的问题 is a measure; 组织生活不规范 names a problem with the same first word.
  if (ACTION_START.test(bare)) return LACK.test(bare.slice(-10)) && !REMEDY.test(bare);
  if (/问题(?:的?整改(?:落实)?(?:情况)?)?$/.test(text) && text.length > 4) return true;
  return LACK.test(bare);
}

/** A chapter heading's role; `title` without marker. */
export function classifyHeading(title: string): HeadingRole {
  const text = trim(title);
  if (/^(?:针对|关于|聚焦)/.test(text) && (isAreaTitle(text) || isProblemTitle(text)))
    return 'SUBJECT';
  if (FINDINGS.test(text) && RESULTS.test(text) && !/^(?:下一?步|今后)/.test(text))
    return 'RESULTS';
  if (PLAN.test(text)) return 'PLAN';
  if (ORGANIZATION.test(text)) return 'ORGANIZATION';
  if (isAreaTitle(text)) return 'SUBJECT';
  if (RESULTS.test(text)) return 'RESULTS';
  if (isProblemTitle(text) || AIMED.test(text)) return 'SUBJECT';
  return 'NEUTRAL';
}

function trim(title: string): string {
  return title.replace(/[。；，：、\s]+$/, '');
}
