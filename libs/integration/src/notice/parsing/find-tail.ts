import type { FlowText } from './flow-text.ts';
import { BREAK } from './skip-markup.ts';

const TAIL =
  /(?:欢迎(?:广大|社会|各界|干部|群众|党员|全校|全院|全体|职工)|(?:如有|若有|对.{0,30}有)(?:意见|建议|异议)|联系(?:电话|方式|人|地址)|(?:举报|监督|咨询|反馈)(?:电话|方式)|(?:通讯|通信|邮寄|来信)地址|电子(?:邮箱|邮件)|邮政(?:编码|信箱)|特此(?:通报|公告|报告|公示)|公示期)/y;
const FURNITURE =
  /(?:责任编辑|编辑：|来源：|【?打印|上一篇|下一篇|分享到|扫一扫|【?关闭|版权所有|附件[：:]|相关(?:链接|附件|文章)|网站地图|主办单位)/y;
const FEWEST_SENTENCES = 5;
const PAGE_END =
  /【?(?:责任编辑|打印本?页?|上一[篇条]|下一[篇条]|分享到|扫一扫|关闭窗?口?|版权所有|相关(?:链接|文章|阅读|新闻|信息)|网站地图|网站标识码|主办单位|承办单位|[Cc]opyright)/y;
const SIGNATURE =
  /[^。；，]{2,60}?(?:委员会|党组|党委|党工委|总支|支部|局|公司|医院|大学|学院|办公室|政府|集团|中心|街道)[\d一二三四五六七八九十〇零○]{4}年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日[^。]{0,30}$/;
const DATE_AT_END =
  /[\d一二三四五六七八九十〇零○]{4}年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日$/;

/**
 * Index where the report ends and the closing lines begin (欢迎监督, contacts, signature, page furniture),
 * looked for behind `from`, the last number of the outline; the text's length when there are none.
 */
export function findTail(flow: FlowText, from: number): number {
  const size = flow.match.length;
  for (let at = from + 1; at < size; at += 1) {
    const isLine = (flow.breaks[at] ?? 0) >= BREAK.LINE;
    const isSentence = isLine || '。'.includes(flow.match[at - 1] ?? '-');
    if (!isSentence) continue;
    if (matchesAt(TAIL, flow.match, at)) return at;
    if (!isLine) continue;
    if (matchesAt(FURNITURE, flow.match, at)) return at;
    if (size - at <= 120) {
      const rest = flow.match.slice(at);
      if (SIGNATURE.test(rest) || (DATE_AT_END.test(rest) && rest.length <= 14)) return at;
    }
  }
  return size;
}

/**
 * Index where a web page goes on with what is no part of the notice: 上一篇, 相关文章, 主办单位. The bars
 * above the text (分享到) are told apart by having no sentences before them.
 */
export function findPageEnd(flow: FlowText): number {
  let sentences = 0;
  // What follows a notice is shorter than the notice.
  const half = Math.floor(flow.match.length / 2);
  for (let at = 0; at < flow.match.length; at += 1) {
    if (flow.match[at] === '。') sentences += 1;
    if (at < half || sentences < FEWEST_SENTENCES || (flow.breaks[at] ?? 0) < BREAK.LINE) continue;
    if (matchesAt(PAGE_END, flow.match, at)) return at;
  }
  return flow.match.length;
}

function matchesAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}
