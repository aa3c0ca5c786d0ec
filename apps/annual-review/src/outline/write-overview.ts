import { TERMS } from '@taizhang/client/terms';
import { showFen } from '@taizhang/rectification/rules';
import type { AnnualReview, LeadingGroupPost, ReviewRound } from '../review/annual-review.type.ts';
import type { AreaFigures, ItemFigures, MoneySum, ReviewFigures } from '../review/summarize.ts';
import type { Chapter } from './build-outline.ts';
import { chineseDate, englishDate, percentage } from './chinese-numerals.ts';
import type { Block } from './outline.type.ts';

/** Who inspected whom and when, one paragraph a round; a date the ledger lacks is left out. */
export function writeLead(review: AnnualReview): Block[] {
  const paragraphs = review.rounds.map((round) => paragraph(leadSentence(round)));
  const purpose = `现将${review.year}年度整改落实情况报告如下。数据取自巡察整改台账，统计截至${chineseDate(review.asOf)}。`;
  const last = paragraphs.pop();
  if (!last) return [paragraph(purpose)];
  return [...paragraphs, { ...last, text: last.text + purpose }];
}

function leadSentence(round: ReviewRound): string {
  const isAudit = round.kind === 'AUDIT';
  const work = isAudit ? '审计' : '巡察';
  const team = round.inspectionTeam ?? (isAudit ? '审计机关' : '巡察组');
  const { inspectedFrom: from, inspectedTo: to, feedbackOn } = round;
  const period =
    from && to ? `${chineseDate(from)}至${chineseDate(to)}` : from ? `${chineseDate(from)}起` : '';
  const when = period ? `于${period}` : '';
  const feedback = feedbackOn ? `，并于${chineseDate(feedbackOn)}反馈了${work}意见` : '';
  return `根据${work}工作安排，${team}${when}对${round.inspectedOrganization.name}进行了${work}${feedback}。`;
}

/** Chapter 一: leading group and plan where the ledger names them, then the year's figures. */
export function writeOverview(review: AnnualReview, figures: ReviewFigures): Chapter {
  const isOnly = review.rounds.length === 1;
  const organizing = review.rounds.flatMap((round) => writeOrganizing(round, isOnly));
  const hasOrganizing = organizing.length > 0;
  return {
    text: '组织落实巡察整改工作总体情况',
    english: 'Overview',
    blocks: [
      ...(hasOrganizing ? [heading('（一）组织领导', 'Organization'), ...organizing] : []),
      heading(hasOrganizing ? '（二）整改进度' : '（一）整改进度', 'Progress'),
      paragraph(progressSentence(review, figures)),
      ...writeMoney(figures.total.amountInvolved),
      paragraph(RULE),
      { kind: 'english', text: englishSentence(review, figures.total) },
      areaTable(figures.byArea, figures.total, isOnly),
    ],
  };
}

const RULE =
  '整改完成率以问题为单位，按已销号问题数除以问题总数（不含已撤回）计算；长期整改问题单列，计入分母，不计入分子。';

function writeOrganizing(round: ReviewRound, isOnly: boolean): Block[] {
  const owner = isOnly ? '' : round.inspectedOrganization.name;
  const posts: LeadingGroupPost[] = ['HEAD', 'DEPUTY_HEAD', 'MEMBER'];
  const named = posts
    .map((post) => {
      const people = round.leadingGroup.filter((member) => member.post === post);
      const names = people.map(({ name, position }) =>
        position && position !== name ? `${name}（${position}）` : name,
      );
      return names.length > 0 ? `${TERMS.LeadingGroupPost[post].zh}为${names.join('、')}` : '';
    })
    .filter((sentence) => sentence !== '');
  const approved = round.plans.filter((plan) => plan.isApproved);
  const blocks: Block[] = [];
  if (named.length > 0)
    blocks.push(paragraph(`${owner}已成立整改工作领导小组，${named.join('，')}。`));
  for (const plan of approved) {
    const when = plan.approvedOn ? `于${chineseDate(plan.approvedOn)}` : '已';
    blocks.push(paragraph(`${owner}整改方案“${plan.title}”${when}审定。`));
  }
  return blocks;
}

function progressSentence(review: AnnualReview, { total, byArea }: ReviewFigures): string {
  const { numerator, denominator, rate } = total.completionRate;
  const parts = [
    `截至${chineseDate(review.asOf)}，台账共有${byArea.length}个方面${total.itemCount}个具体问题、${total.measureCount}条整改措施。`,
    `已销号问题${numerator}个，整改完成率为${percentage(rate)}（${numerator}/${denominator}）`,
    total.longTermCount > 0 ? `，长期整改${total.longTermCount}个` : '',
    total.openCount > 0 ? `，仍在整改${total.openCount}个` : '',
    total.overdueCount > 0 ? `（其中逾期${total.overdueCount}个）` : '，无逾期问题',
    total.withdrawnCount > 0 ? `，另有已撤回${total.withdrawnCount}个` : '',
    `。整改措施中已验收${total.acceptedMeasureCount}条。`,
    total.closedCount > 0
      ? `已销号问题中，附有已采信佐证材料的${total.closedWithEvidenceCount}个。`
      : '',
  ];
  return parts.join('');
}

/** The money, with how many problems the sum says nothing of; no word where the ledger states none. */
function writeMoney({ sumFen, statedCount, unstatedCount }: MoneySum): Block[] {
  if (statedCount === 0) return [];
  const rest = unstatedCount > 0 ? `，另有${unstatedCount}个问题未载明金额` : '';
  return [
    paragraph(`台账载明涉及金额的问题${statedCount}个，金额合计${showFen(sumFen)}元${rest}。`),
  ];
}

function englishSentence(review: AnnualReview, total: ItemFigures): string {
  const { numerator, denominator, rate } = total.completionRate;
  const { sumFen, statedCount, unstatedCount } = total.amountInvolved;
  const money =
    statedCount > 0
      ? `; amount involved ${showFen(sumFen)} yuan, stated of ${statedCount}, not of ${unstatedCount}`
      : '';
  return `As of ${englishDate(review.asOf)}: ${numerator} of ${denominator} problems closed (${percentage(rate)}); long term ${total.longTermCount}, in progress ${total.openCount}, of these overdue ${total.overdueCount}; withdrawn ${total.withdrawnCount}${money}.`;
}

function areaTable(byArea: readonly AreaFigures[], total: ItemFigures, isOnly: boolean): Block {
  const name = ({ organization, title }: AreaFigures) =>
    isOnly ? title : `${organization}：${title}`;
  return {
    kind: 'table',
    columns: [
      { zh: '方面', en: 'Area', width: 40, align: 'left' },
      { zh: '问题', en: 'Problems', width: 11, align: 'center' },
      { zh: '已销号', en: 'Closed', width: 11, align: 'center' },
      { zh: '长期', en: 'Long term', width: 11, align: 'center' },
      { zh: '逾期', en: 'Overdue', width: 11, align: 'center' },
      { zh: '完成率', en: 'Rate', width: 16, align: 'center' },
    ],
    rows: [...byArea.map((area) => areaRow(name(area), area)), areaRow('合计 Total', total)],
  };
}

function areaRow(title: string, figures: ItemFigures): string[] {
  const { numerator, denominator, rate } = figures.completionRate;
  return [
    title,
    String(figures.itemCount),
    String(figures.closedCount),
    String(figures.longTermCount),
    String(figures.overdueCount),
    `${percentage(rate)}\n（${numerator}/${denominator}）`,
  ];
}

const paragraph = (text: string) => ({ kind: 'paragraph', text }) as const;
const heading = (text: string, english: string) =>
  ({ kind: 'heading', level: 2, text, english }) as const;
