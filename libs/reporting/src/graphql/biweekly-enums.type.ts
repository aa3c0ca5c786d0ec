import {
  BiweeklyAnswer,
  BiweeklyReportStatus,
  BiweeklyUnitStatus,
  builder,
} from '@taizhang/platform';

export const BiweeklyReportStatusType = builder.enumType('BiweeklyReportStatus', {
  description: '双周报状态。Where a biweekly report stands.',
  values: {
    [BiweeklyReportStatus.OPEN]: { description: '填报中。Units report.' },
    [BiweeklyReportStatus.COMPILED]: {
      description: '已汇总。Compiled by party affairs, waiting for a leader.',
    },
    [BiweeklyReportStatus.FROZEN]: {
      description: '已定稿。Frozen with all items as they were; it never changes.',
    },
  } as const,
});

export const BiweeklyUnitStatusType = builder.enumType('BiweeklyUnitStatus', {
  description: '科室报送状态。Where a unit’s part of a report stands.',
  values: {
    [BiweeklyUnitStatus.OPEN]: { description: '待报送。The unit works on it.' },
    [BiweeklyUnitStatus.SUBMITTED]: { description: '已报送。Handed in.' },
    [BiweeklyUnitStatus.RETURNED]: { description: '已退回。Given back with a reason.' },
  } as const,
});

export const BiweeklyAnswerType = builder.enumType('BiweeklyAnswer', {
  description: '填报情况。How a unit answered for an item.',
  values: {
    [BiweeklyAnswer.UNANSWERED]: { description: '未填报。Nothing is said yet.' },
    [BiweeklyAnswer.CONFIRMED]: {
      description: '无变化。As in the period before, confirmed by the unit.',
    },
    [BiweeklyAnswer.UPDATED]: { description: '已更新。Written anew in this period.' },
  } as const,
});
