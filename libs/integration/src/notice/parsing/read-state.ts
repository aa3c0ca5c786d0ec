const LEAD =
  '(?:(?:该|此|本|上述|以上|反馈)?(?:问题|事项|任务|项)|整改(?=[已正基未尚取])|截至目前|目前|现|均|已经|已|正在|正|仍在|尚|还|全部|基本|阶段性|部分|按期|按时|如期|持续|长期|有序)';
const CORE =
  '(?:立行立改|即知即改|立知立改|立查立改|(?:整改)?完成(?:整改|销号|办结)?|整改(?:到位|完毕|中|销号|落实到位)|办结|销号|到位|落实到位|推进中|未(?:完成|整改|启动|销号|到位)(?:整改)?|取得(?:了)?(?:阶段性|明显|初步|积极|较好|一定)?(?:的)?(?:成效|进展|成果)|需?长期坚持|进行中)';
/** Verbs that tell a state only behind a word of time: 已整改, 正在推进, but not 整改. */
const LED = '(?:整改|推进|落实|坚持|推进整改|坚持整改|整改落实|跟进|实施|巩固)';
const TAIL = '(?:(?:并|且|需|，|、)?(?:需)?(?:长期坚持|持续(?:推进|整改|坚持|巩固)|销号|到位))?';
const STATE = new RegExp(`^(?:${LEAD}{0,6}${CORE}|${LEAD}{1,6}${LED})${TAIL}$`);
/** 正在起草, 正在招标: whatever is being done. */
const UNDER_WAY = /^(?:目前)?(?:正在|正|仍在)\p{Script=Han}{2,4}$/u;
const LONGEST = 20;

/** A cell or clause that reports nothing but the state: 已完成, 立行立改，已整改到位. */
export function isStatusOnly(text: string): boolean {
  const plain = text.replace(/^[（\s]+|[）。；，\s]+$/g, '');
  if (plain.length < 2 || plain.length > LONGEST) return false;
  const bare = plain.replace(/^(?:截至目前|目前|现)，?/, '');
  return bare.split(/[，、；]/).every((part) => STATE.test(part) || UNDER_WAY.test(part));
}

/** How many signs at the start tell the state and nothing else: 正在推进，冷库主体完工 → 4. */
export function stateLength(text: string): number {
  let length = 0;
  for (const found of text.matchAll(/[^，；。、]+/g)) {
    if (!isStatusOnly(found[0])) break;
    length = found.index + found[0].length;
  }
  return length;
}

const OF_GROUP =
  /(?:已(?:经)?(?:全部)?(?:完成|整改)(?:整改|到位)?|基本完成(?:整改)?|阶段性完成(?:整改)?|正在(?:整改|推进|落实)(?:整改)?|(?:尚)?未(?:完成|整改)(?:整改|到位)?|持续(?:整改|推进)|需?长期(?:整改|坚持|推进)(?:整改)?|立行立改)(?=的?(?:具体)?(?:问题|事项|任务|整改|的$|方面|$|（))/;

/** The state in a heading that gathers problems by it: 已完成整改的问题（4个）. */
export function stateOfGroup(title: string): { start: number; end: number } | null {
  const found = OF_GROUP.exec(title);
  return found && { start: found.index, end: found.index + found[0].length };
}
