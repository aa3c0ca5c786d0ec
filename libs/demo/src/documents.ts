import type { DemoDocument } from './demo-data.type.ts';
import { collectionLoanVersions, integrityListVersions } from './document-versions.ts';

/**
 * The 27 documents that the notice names in 《》, and the 29 places where it names them. Works of art
 * and the title of a lecture stand in 《》 too and are no documents. A document of another authority
 * that is only studied or cited has no status here: the bureau's register cannot know it.
 */
export const documents: DemoDocument[] = [
  {
    title: '巡察反馈意见整改落实情况一览表',
    unit: 'DQ',
    status: null,
    actions: [{ action: 'MENTION', on: '2025-03-14' }],
  },
  {
    title: '闵行区文化和旅游局党组理论学习中心组学习制度',
    unit: 'DQ',
    status: 'IN_FORCE',
    reported: true,
    actions: [{ action: 'REVISE', on: '2025-04-29', measure: '1.1/2' }],
  },
  {
    title: '闵行区关于产业高质量发展政策意见的操作指引',
    unit: 'CY',
    status: null,
    actions: [{ action: 'MENTION', on: '2025-04-16', measure: '1.1/7' }],
  },
  {
    title: '关于加快推进文化创意产业高质量发展的政策意见',
    unit: 'CY',
    status: null,
    actions: [{ action: 'MENTION', on: '2025-05-22', measure: '1.2/3' }],
  },
  {
    title: '关于进一步加强闵行区非物质文化遗产代表性项目传承梯队建设的通知',
    unit: 'ZX',
    status: null,
    actions: [{ action: 'MENTION', on: '2025-04-02', measure: '1.2/4' }],
  },
  {
    title: '闵行区非物质文化遗产保护工作专家委员会章程（征求意见稿）',
    unit: 'ZX',
    status: 'CONSULTING',
    actions: [{ action: 'DRAFT', on: '2025-09-15', measure: '1.2/4' }],
  },
  {
    title: '闵行区非物质文化遗产保护工作专家委员会名单（征求意见稿）',
    unit: 'ZX',
    status: 'CONSULTING',
    actions: [{ action: 'DRAFT', on: '2025-09-15', measure: '1.2/4' }],
  },
  {
    title: '关于开展2025年闵行区群文创作扶持计划项目申报的通知',
    unit: 'ZX',
    status: 'ISSUED',
    reported: true,
    actions: [{ action: 'ISSUE', on: '2025-03-20', measure: '1.2/5' }],
  },
  {
    title: '闵行区文化和旅游局党风廉政建设责任制责任清单',
    unit: 'DQ',
    status: 'IN_FORCE',
    actions: [
      { action: 'REVISE', on: '2025-06-27', measure: '2.1/1' },
      { action: 'MENTION', on: '2025-08-05', measure: '2.1/3' },
    ],
    versions: integrityListVersions,
  },
  {
    title: '2025年闵行区文旅局廉政风险防范承诺表',
    unit: 'DQ',
    status: null,
    actions: [{ action: 'MENTION', on: '2025-06-11', measure: '2.1/1' }],
  },
  {
    title: '闵行区党风廉政建设责任制责任指导清单',
    unit: 'DQ',
    status: null,
    actions: [
      { action: 'MENTION', on: '2025-03-18', measure: '2.1/2' },
      { action: 'MENTION', on: '2025-07-22', measure: '2.1/3' },
    ],
  },
  {
    // The notice says that units revise their own, not that they finished.
    title: '党风廉政建设责任制责任清单',
    unit: 'ZX',
    status: 'UNDER_REVISION',
    reported: true,
    actions: [{ action: 'REVISE', on: '2025-10-24', measure: '2.1/4' }],
  },
  {
    title: '闵行区文化旅游局关于规范领导干部亲属经商办企业行为规定',
    unit: 'DQ',
    status: 'IN_FORCE',
    reported: true,
    actions: [{ action: 'REVISE', on: '2025-05-15', measure: '2.2/1' }],
  },
  {
    title: '闵行区文化和旅游局在编人员因私出国（境）制度',
    unit: 'DQ',
    status: 'IN_FORCE',
    reported: true,
    actions: [{ action: 'REVISE', on: '2025-05-22', measure: '2.2/1' }],
  },
  {
    title: '礼品礼金礼券上交凭证',
    unit: 'JC',
    status: null,
    actions: [{ action: 'MENTION', on: '2025-04-10', measure: '2.2/2' }],
  },
  {
    title: '闵行区文化和旅游局执法大队公务用车使用规定',
    unit: 'ZF',
    status: 'IN_FORCE',
    reported: true,
    actions: [{ action: 'REVISE', on: '2025-05-08', measure: '2.2/2' }],
  },
  {
    title: '闵行区博物馆（张充仁纪念馆）藏品出借展览管理办法',
    unit: 'BWG',
    status: 'IN_FORCE',
    actions: [{ action: 'REVISE', on: '2025-06-13', measure: '2.2/3' }],
    versions: collectionLoanVersions,
  },
  {
    title: '政府采购法',
    unit: 'JC',
    status: null,
    actions: [{ action: 'MENTION', on: '2025-04-17', measure: '2.3/1' }],
  },
  {
    title: '闵行区限额以下小型工程管理办法',
    unit: 'JC',
    status: null,
    actions: [{ action: 'MENTION', on: '2025-04-23', measure: '2.3/3' }],
  },
  {
    title: '闵行区限额以下小型工程施工承发包管理实施细则',
    unit: 'JC',
    status: null,
    actions: [{ action: 'MENTION', on: '2025-04-23', measure: '2.3/3' }],
  },
  {
    title: '海派艺术馆运营管理办法',
    unit: 'HP',
    status: 'IN_FORCE',
    reported: true,
    actions: [{ action: 'REVISE', on: '2025-06-05', measure: '3.1/2' }],
  },
  {
    title: '闵行区文化和旅游局关于加强干部挂职锻炼（合署办公）培养的实施办法',
    unit: 'DQ',
    status: 'IN_FORCE',
    reported: true,
    actions: [{ action: 'REVISE', on: '2025-05-20', measure: '3.2/2' }],
  },
  {
    title: '闵行区关于建立文化和旅游市场三级联动日常监管巡查员制度',
    unit: 'SC',
    status: 'IN_FORCE',
    reported: true,
    actions: [{ action: 'REVISE', on: '2025-07-16', measure: '3.3/4' }],
  },
  {
    title: '文化旅游市场监管操作手册',
    unit: 'SC',
    status: 'ISSUED',
    reported: true,
    actions: [{ action: 'ISSUE', on: '2025-08-20', measure: '3.3/4' }],
  },
  {
    title: '新闻出版和电影法规汇编',
    unit: 'SC',
    status: 'ISSUED',
    reported: true,
    actions: [{ action: 'ISSUE', on: '2025-08-20', measure: '3.3/4' }],
  },
  {
    title: '艺培机构政策',
    unit: 'SC',
    status: 'ISSUED',
    reported: true,
    actions: [{ action: 'ISSUE', on: '2025-08-20', measure: '3.3/4' }],
  },
  {
    title: '上海城市剧院项目运行服务年度考核办法',
    unit: 'JY',
    status: 'IN_FORCE',
    reported: true,
    actions: [{ action: 'REVISE', on: '2025-10-10', measure: '4.2/2' }],
  },
];
