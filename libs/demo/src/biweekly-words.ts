/**
 * What units said of their items in the biweekly reports, by item path and period; a period without
 * words confirms those of the one before. All of it is invented.
 */
export const biweeklyWords: Record<
  string,
  Record<number, { progress: string; difficulties?: string; nextStep?: string }>
> = {
  '1.2': {
    20: {
      progress: '人才梯队名单已报两轮，基层点位走访过半。',
      difficulties: '两家场馆编制紧张，带教人手不够。',
      nextStep: '下期补齐其余场馆的名单。',
    },
    22: {
      progress: '其余场馆名单补齐，带教结对已排出。',
      nextStep: '年底前开一次结对碰头会。',
    },
    23: { progress: '结对碰头会已开，记录归档。', nextStep: '转入下一年度计划。' },
  },
  '1.3': { 20: { progress: '材料已报党群科，等候签批。' } },
  '2.1': {
    20: { progress: '基层单位清单收到七成，逐份核对。', nextStep: '催收其余单位。' },
    21: { progress: '清单收齐，退回两家重填。', nextStep: '准备年底督查方案。' },
    22: { progress: '首次督查做完，问题已报送核验。' },
    23: { progress: '巡察办开始核验，补交谈心记录两份。', nextStep: '等核验意见。' },
  },
  '3.2': {
    22: {
      progress: '重新打开后查明漏推两个月的许可信息。',
      difficulties: '接口改版，旧导出表不能用。',
      nextStep: '先人工补推，再改导出表。',
    },
    23: { progress: '漏推信息已人工补齐，回执全部收到。', nextStep: '改好导出表后试跑一期。' },
  },
  '4.1': {
    20: {
      progress: '合同台账补录完毕，验收单仍缺六份。',
      difficulties: '供货方人员变动，签字难补。',
      nextStep: '约供货方集中补签。',
    },
    21: { progress: '补签到四份，其余两份改由现场复核代替。' },
    22: { progress: '第二次集中检查完成，报告在会签。', nextStep: '报告会签后送验收。' },
    23: { progress: '检查报告已交，问题整体报送。' },
  },
  '4.2': { 20: { progress: '结算单和审计报告已送核。' }, 21: { progress: '核验通过，准予销号。' } },
};

/** What party affairs summed up, by period; the periods that the demonstration holds. */
export const biweeklySummaries: Record<number, string> = {
  20: '本期五个问题在办，其中一个逾期风险较大，已约谈责任科室。',
  21: '城市剧院问题销号；内控类问题等检查结论，其余按计划推进。',
  22: '一个已销号问题因漏推信息重新打开，年底督查完成一轮。',
  23: '两个问题进入报送和核验环节，逾期问题盯到月底。',
};
