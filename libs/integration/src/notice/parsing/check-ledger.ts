import type { BuiltLedger, LedgerRemark } from './build-ledger.ts';
import { toLine, type FlowText } from './flow-text.ts';
import type { NoticeArea, NoticeStated, NoticeWarning, StatedFigure } from './notice.type.ts';

export interface CheckedFindings {
  readonly flow: FlowText;
  readonly ledger: BuiltLedger;
  readonly stated: NoticeStated;
  readonly unreadableDates: readonly number[];
  readonly unresolvedNames: readonly { readonly title: string; readonly index: number }[];
}

/** More would bury the ones that matter. */
const MOST_WARNINGS = 100;

const REMARK_TEXTS: Readonly<Record<LedgerRemark['kind'], (subject: string) => string>> = {
  skipped: (subject) => `序号不连续：“${subject}” / The number before "${subject}" is missing`,
  duplicate: (subject) => `序号重复：“${subject}” / The number of "${subject}" occurs twice`,
  'empty-item': (subject) =>
    `问题下没有整改措施：“${subject}” / No measures below the problem "${subject}"`,
  'area-without-items': (subject) =>
    `方面下没有具体问题：“${subject}” / No problems below the area "${subject}"`,
};

/** What a person should look at before the ledger is taken over, in the order of the text. */
export function checkLedger(findings: CheckedFindings): NoticeWarning[] {
  const { flow, ledger, stated } = findings;
  const located: { message: string; index: number }[] = ledger.remarks
    .slice(0, MOST_WARNINGS)
    .map((remark) => ({
      message: REMARK_TEXTS[remark.kind](remark.subject.slice(0, 40).replace(/"/g, '')),
      index: remark.index,
    }));
  for (const index of findings.unreadableDates.slice(0, MOST_WARNINGS)) {
    located.push({
      message: '日期不完整，未填入 / A date lacks its year or day and was left empty',
      index,
    });
  }
  for (const { title, index } of findings.unresolvedNames.slice(0, MOST_WARNINGS)) {
    located.push({
      message: `文件简称未说明全称：《${title}》 / Short title 《${title}》 is never announced in full`,
      index,
    });
  }
  const warnings = located
    .sort((a, b) => a.index - b.index)
    .slice(0, MOST_WARNINGS)
    .map(({ message, index }) => ({ message, line: toLine(flow, index) }));
  return [...compareCounts(flow, ledger.areas, stated), ...warnings];
}

/** Stated and counted totals are shown side by side; neither corrects the other. */
function compareCounts(
  flow: FlowText,
  areas: readonly NoticeArea[],
  stated: NoticeStated,
): NoticeWarning[] {
  const items = areas.reduce((sum, area) => sum + area.items.length, 0);
  const measures = areas
    .flatMap((area) => area.items)
    .reduce((sum, item) => sum + item.measures.length, 0);
  const written = areas.filter((area) => !area.implied).length;
  const pairs: readonly [StatedFigure | null, number, string, string][] = [
    [stated.reportedAreaCount, written, '方面', 'areas'],
    [stated.reportedItemCount, items, '问题', 'problems'],
    [stated.measureCount, measures, '措施', 'measures'],
  ];
  return pairs.flatMap(([figure, counted, chinese, english]) =>
    figure && !figure.approximate && figure.value !== counted
      ? [
          {
            message: `文中称${figure.value}个${chinese}，读出${counted}个 / The text states ${figure.value} ${english}, ${counted} were found`,
            line: lineOf(flow, figure.source.start),
          },
        ]
      : [],
  );
}

function lineOf(flow: FlowText, offset: number): number {
  return flow.original.slice(0, offset).split('\n').length;
}
