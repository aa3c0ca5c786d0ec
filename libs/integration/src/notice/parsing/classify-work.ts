import type { NamedWorkKind } from './notice.type.ts';

/** A title that ends so is a document, whatever lecture is given about it: 《民法典》专题讲座. */
const DOCUMENT_END =
  /(?:条例|法|规定|办法|准则|规则|决定|意见|通知|细则|章程|纲要|规划|制度|方案|清单|典|标准|指南|指引|公约|规范|规程|承诺书|责任书|协议|合同|公告|通报|报告|要点|手册|台账|表|汇编|政策|流程|预案|机制)(?:（[^（）]{1,20}）)?$/;
const PUBLICATION_TITLE =
  /(?:日报|晚报|时报|周报|商报|求是|半月谈|周刊|杂志|学报|谈治国理政.{0,8}|著作选读.{0,8}|论述(?:摘编|选编)|学习(?:纲要|问答)|文选.{0,6}|选集.{0,6}|读本|三十讲|文章选读|专题摘编|参考资料)$/;
const ARTWORK_BEFORE =
  /(?:剧|曲|歌|歌谣|小品|相声|快板|评弹|二重唱|三重唱|表演唱|合唱|独唱|对唱|舞蹈|舞|小说|诗|诗歌|散文|画|画作|书法|雕塑|摄影|电影|(?<!名)片|微视频|视频|动漫|音乐|节目|作品)(?:的)?["']?$/;
const ARTWORK_AFTER =
  /^(?:等)?(?:[^，。；《》]{0,8})?(?:警示教育片|教育片|警示片|纪录片|专题片|影片|电影|话剧|歌曲|文艺作品|优秀作品|作品|节目|剧目|演出|巡演|首演|公演)/;
const PUBLICATION_BEFORE =
  /(?:图书|书籍|专著|著作|杂志|期刊|报纸|刊物|读物|教材|文章|论文|信息|报道|稿件|专栏|栏目)(?:的)?$/;
const LECTURE_AFTER =
  /^(?:为题|为主题|的?(?:专题|主题|系列|廉政|廉洁|微)?(?:讲座|党课|微党课|辅导报告|辅导|报告会|宣讲|授课|课程|讲课|报告))/;
const LECTURE_BEFORE = /(?:党课|微党课|讲座|课程|报告|题为|主题为)(?:——|-+)?$/;

/**
 * Tells plays, songs, films, books, newspapers and lectures from documents by the noun beside the
 * title. `before` and `after` are the signs next to it. Null for a document.
 */
export function classifyWork(title: string, before: string, after: string): NamedWorkKind | null {
  if (ARTWORK_BEFORE.test(before)) return 'ARTWORK';
  if (PUBLICATION_TITLE.test(title)) return 'PUBLICATION';
  if (DOCUMENT_END.test(title)) return null;
  if (LECTURE_AFTER.test(after) || LECTURE_BEFORE.test(before)) return 'LECTURE';
  if (PUBLICATION_BEFORE.test(before)) return 'PUBLICATION';
  return ARTWORK_AFTER.test(after) ? 'ARTWORK' : null;
}
