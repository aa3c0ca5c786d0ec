import type { Random } from './random.ts';

const SUBJECTS = [
  '党组',
  '机关党委',
  '基层党支部',
  '业务科室',
  '下属事业单位',
  '分管领导',
  '窗口单位',
  '招投标工作专班',
];
const MATTERS = [
  '学习贯彻上级决策部署',
  '全面从严治党主体责任落实',
  '意识形态工作责任制',
  '“三重一大”事项集体决策',
  '公务用车管理',
  '专项资金使用监管',
  '政府采购与招标投标',
  '合同管理与履约验收',
  '干部选拔任用程序',
  '党员教育管理',
  '信访投诉办理',
  '安全生产监督检查',
  '固定资产登记与处置',
  '工会经费支出',
  '行政审批事项办理',
  '文化旅游融合发展',
  '公共服务设施开放',
  '基层调研与作风建设',
  '内部审计整改',
  '廉政风险点排查防控',
];
const FAULTS = [
  '不够深入，存在以会议落实会议现象',
  '抓得不紧，缺少跟踪问效',
  '制度不健全，执行打折扣',
  '底数不清，台账更新不及时',
  '把关不严，资料缺项较多',
  '统筹不足，部门协同不畅',
  '重部署轻检查，闭环管理不到位',
  '程序不规范，记录不完整',
];
const DEEDS = [
  '召开专题会议研究部署，明确责任领导、责任科室和完成时限，形成会议纪要并逐项跟踪',
  '修订完善相关制度，细化审批流程和操作规范，印发各科室和下属单位执行',
  '开展专项自查，逐条建立问题清单、措施清单和责任清单，按周更新进展',
  '组织业务培训和廉政教育，覆盖全体相关人员，培训情况记入个人学习档案',
  '对历史台账进行全面清理，补齐缺失资料，做到账实相符、有据可查',
  '建立月度通报机制，对进展缓慢的单位由分管领导约谈提醒',
  '邀请第三方机构开展抽查评估，评估结果作为年度考核的重要依据',
  '走访服务对象，听取意见建议，形成调研报告并转化为工作举措',
];
const PROGRESS = [
  '已按要求完成并建立长效机制，相关佐证材料已归档。',
  '已完成阶段性任务，后续转入常态化管理。',
  '已组织实施，抽查结果符合要求。',
];
const DOCUMENT_KINDS = [
  '管理办法',
  '实施细则',
  '工作规则',
  '议事规则',
  '工作制度',
  '操作规程',
  '考核办法',
];
const REASONS = [
  '涉及跨部门协调，需要更多时间',
  '制度修订须履行合法性审核程序',
  '项目验收周期较长',
];

const sentence = (random: Random) =>
  `${random.pick(SUBJECTS)}${random.pick(MATTERS)}${random.pick(FAULTS)}`;

/** Words as ledgers use them. */
export const texts = {
  title: (random: Random) =>
    random.chance(0.3) ? `${sentence(random)}，${random.pick(FAULTS)}` : sentence(random),
  areaTitle: (random: Random, ordinal: number) =>
    `${['落实党的理论和路线方针政策', '落实全面从严治党责任', '落实新时代党的组织路线', '落实巡察、审计等监督发现问题整改'][ordinal - 1] ?? '其他方面'}有差距，${random.pick(MATTERS)}存在不足`,
  description: (random: Random) => `巡察发现，${sentence(random)}；${sentence(random)}。`,
  manifestation: sentence,
  measure: (random: Random) =>
    `针对“${random.pick(MATTERS)}”问题，${random.pick(DEEDS)}；${random.pick(DEEDS)}。`,
  progress: (random: Random) => random.pick(PROGRESS),
  documentTitle: (random: Random, serial: number) =>
    `${random.pick(MATTERS)}${random.pick(DOCUMENT_KINDS)}（第${serial}号）`,
  summary: (random: Random) => `进一步明确${random.pick(MATTERS)}的职责分工和办理时限。`,
  topic: (random: Random) =>
    `${random.pick(MATTERS)}专题${random.pick(['培训班', '学习会', '座谈会', '讲座'])}`,
  location: (random: Random) =>
    random.pick(['局机关三楼会议室', '区委党校', '文化馆报告厅', '线上会议']),
  reason: (random: Random) => random.pick(REASONS),
  fileName: (random: Random) =>
    `${random.pick(MATTERS)}${random.pick(['会议纪要.pdf', '签到表.pdf', '制度印发稿.docx', '现场照片.jpg', '台账.xlsx'])}`,
};
