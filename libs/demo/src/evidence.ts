import type { DemoEvidence } from './demo-data.type.ts';

const DUTY_LIST_FILED = `（演示材料）责任清单报备登记
一、局级清单：2025年6月修订，党群科存档。
二、科室清单：十个科室、单位已报备。
三、基层清单：分批报备，年底一并督查。`;

/** Proof of what was done, invented to the last line. Without a day of its own it went in with its measure. */
export const evidence: DemoEvidence[] = [
  {
    measure: '1.1/1',
    fileName: '第一议题学习登记（演示）.txt',
    description: '三至六月学习登记摘要',
    text: '（演示材料）“第一议题”学习登记\n三月至六月共学习四次，每次列明要点、发言人和落实事项。',
  },
  {
    measure: '1.1/2',
    fileName: '中心组学习档案目录（演示）.txt',
    description: '一次一档目录',
    text: '（演示材料）中心组学习档案目录\n1. 年度计划\n2. 研讨提纲\n3. 签到和记录\n4. 小结',
  },
  {
    measure: '1.1/6',
    fileName: '住宿企业走访记录（演示）.txt',
    description: '三个片区走访情况汇总',
    text: '（演示材料）走访记录\n三个片区共走访企业二十四家次，收到建议十一条，已逐条回复。',
  },
  {
    measure: '1.2/2',
    fileName: '点位复看清单（演示）.txt',
    description: '“一间美术馆”点位整改前后对照',
    text: '（演示材料）点位复看清单\n标识不清的四处已重做，展标缺失的三处已补齐，门头偏暗的两处已更换。',
  },
  {
    measure: '1.2/4',
    fileName: '非遗三年培养计划汇总（演示）.txt',
    description: '缺人项目培养计划汇总，尚缺两家',
    text: '（演示材料）三年培养计划汇总\n应报七家，已报五家，其余两家正在编制。',
    uploadedOn: '2025-11-07',
    decidedOn: '2025-11-12',
    rejection: '材料不全，两家保护单位计划未附',
  },
  {
    measure: '1.2/5',
    fileName: '群文作品选送回执（演示）.txt',
    description: '6个作品选送回执',
    text: '（演示材料）选送回执\n选送作品6个，材料齐全，已获受理。',
  },
  {
    measure: '1.3/1',
    fileName: '旅游节方案要点（演示）.txt',
    description: '旅游节与三个节庆联办安排',
    text: '（演示材料）旅游节方案要点\n开幕、巡游、消费季三个板块，与三个节庆共用场地和宣传。',
  },
  {
    measure: '1.3/3',
    fileName: '宣传资料投放点位表（演示）.txt',
    description: '社区和酒店投放点位',
    text: '（演示材料）投放点位表\n社区点位六十处，酒店点位二十处，每季补充一次。',
  },
  {
    measure: '2.1/1',
    fileName: '责任清单报备登记（演示）.txt',
    description: '局级责任清单修订和报备情况',
    text: DUTY_LIST_FILED,
  },
  {
    // The same bytes prove a second measure: one stored file, two uses.
    measure: '2.1/4',
    fileName: '基层责任清单报备登记（演示）.txt',
    description: '基层单位清单报备情况',
    text: DUTY_LIST_FILED,
  },
  {
    measure: '2.2/2',
    fileName: '礼品登记台账样表（演示）.txt',
    description: '登记、记账、处置三联样表',
    text: '（演示材料）礼品登记台账\n登记：办公室；记账：计财科；处置：党群科。上半年登记零件。',
  },
  {
    measure: '2.2/2',
    fileName: '执法用车登记导出件（演示）.txt',
    description: '按核验意见补交的五、六月登记',
    text: '（演示材料）执法用车登记\n五月出车四十二次，六月出车三十九次，事由、里程填写齐全。',
    uploadedOn: '2025-07-14',
    decidedOn: '2025-07-15',
  },
  {
    measure: '2.2/3',
    fileName: '作息告知签收单（演示）.txt',
    description: '职工签收情况',
    text: '（演示材料）作息告知签收单\n两家单位职工全部签收，抽查三次无早退。',
  },
  {
    measure: '2.3/1',
    fileName: '供应商核查表（演示）.txt',
    description: '采购前核查样表',
    text: '（演示材料）供应商核查表\n核查股东、法定代表人、联系方式三项，发现重合即退出。',
  },
  {
    measure: '2.3/3',
    fileName: '小型工程台账（演示）.txt',
    description: '年度台账摘录',
    text: '（演示材料）小型工程台账\n列账项目九个，均先报批后安排资金；账外项目为零。',
  },
  {
    measure: '3.1/1',
    fileName: '行业党建底数表（演示）.txt',
    description: '重点协会党组织和党员底数',
    text: '（演示材料）行业党建底数表\n重点协会五家，建有党组织三家，联络员五名。',
  },
  {
    measure: '3.1/2',
    fileName: '议题材料送达登记（演示）.txt',
    description: '送达时间登记摘录',
    text: '（演示材料）议题材料送达登记\n四至六月议题十四项，全部提前三天送达。',
  },
  {
    measure: '3.2/3',
    fileName: '许可信息推送记录（演示）.txt',
    description: '三至七月推送与签收',
    text: '（演示材料）许可信息推送记录\n每月两次，五个月共推送十次，均有签收。',
  },
  {
    measure: '3.3/2',
    fileName: '选任业务培训签到（演示）.txt',
    description: '培训签到和测试情况',
    text: '（演示材料）选任业务培训签到\n应到二十四人，实到二十四人，测试全部合格。',
  },
  {
    measure: '3.3/4',
    fileName: '工作资料发放清单（演示）.txt',
    description: '三种工作资料发放数量',
    text: '（演示材料）工作资料发放清单\n三种资料各发十四份，每个街镇一套。',
  },
  {
    measure: '4.1/1',
    fileName: '采购集中检查记录（演示）.txt',
    description: '全年两次检查结果',
    text: '（演示材料）采购集中检查记录\n六月检查项目十五个，十二月检查项目十二个，未再发现关联。',
  },
  {
    measure: '4.1/2',
    fileName: '合同流转单（演示）.txt',
    description: '法制审核与审批流转样单',
    text: '（演示材料）合同流转单\n承办科室拟稿，法制审核，分管领导审批，用印归档。',
  },
  {
    measure: '4.2/1',
    fileName: '剧院分成结算说明（演示）.txt',
    description: '审计与结算情况说明',
    text: '（演示材料）剧院分成结算说明\n年度审计报告已收，分成按合同比例结算，演示不列金额。',
  },
];
