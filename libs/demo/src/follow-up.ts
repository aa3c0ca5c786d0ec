import type { DemoExtension, DemoSupervision } from './demo-data.type.ts';

export const extensions: DemoExtension[] = [
  {
    item: '1.2',
    requestedBy: 'contact-public-services',
    requestedOn: '2025-11-20',
    requestedDueOn: '2027-06-30',
    reason: '“十五五”布局研究须与市、区规划同步，重大项目尚在前期',
    decision: {
      by: 'secretary',
      on: '2025-11-27',
      granted: true,
      reason: '情况属实，同意延至2027年6月底，每季度报一次进度',
    },
  },
  {
    item: '4.1',
    requestedBy: 'contact-finance',
    requestedOn: '2025-11-14',
    requestedDueOn: '2026-03-31',
    reason: '下半年采购集中检查排期靠后',
    decision: {
      by: 'secretary',
      on: '2025-11-19',
      granted: false,
      reason: '检查属全年例行工作，理由不充分，请抓紧完成',
    },
  },
  {
    item: '3.2',
    requestedBy: 'contact-market',
    requestedOn: '2025-12-29',
    requestedDueOn: '2026-03-31',
    reason: '名单上的企业一季度才能走访完，异常反馈须等执法大队结案',
  },
];

export const supervisions: DemoSupervision[] = [
  {
    item: '1.1',
    kind: 'SUPERVISION',
    on: '2025-05-15',
    by: 'leader-industry',
    note: '听取指数分析和住宿业服务进展，要求六月底前拿出分析材料。',
  },
  {
    item: '1.2',
    kind: 'SUPERVISION',
    on: '2025-08-21',
    by: 'leader-culture',
    note: '现场查看三处“一间美术馆”点位，要求九月中旬全部复看完毕。',
    answer: {
      by: 'contact-public-services',
      on: '2025-09-12',
      text: '点位已全部复看，缺的标识当天补齐，照片随第二项措施报送。',
    },
  },
  {
    item: '1.2',
    kind: 'REMINDER',
    on: '2025-12-18',
    by: 'party-affairs',
    note: '催办：请中心补齐两家保护单位的三年计划后重新报送。',
  },
  {
    item: '2.2',
    kind: 'REMINDER',
    on: '2025-07-08',
    by: 'party-affairs',
    note: '催办：请执法大队补交五、六月用车登记。',
  },
  {
    item: '3.2',
    kind: 'SUPERVISION',
    on: '2025-12-11',
    by: 'leader-market',
    note: '“回头看”问题专题督办，要求列出未走访企业名单并限期补走。',
  },
  {
    item: '4.1',
    kind: 'REMINDER',
    on: '2025-11-24',
    by: 'party-affairs',
    note: '催办：距时限不足一周，请计财科尽快完成第二次集中检查。',
  },
  {
    item: '4.1',
    kind: 'SUPERVISION',
    on: '2025-12-04',
    by: 'leader-industry',
    note: '逾期督办，要求十二月中旬前完成检查并报送。',
  },
];
