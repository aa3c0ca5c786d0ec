import type { Day } from './demo-data.type.ts';
import type { OrganizationKey, PersonKey } from './organizations-and-people.ts';

/** What an entry says: people, units and other entries by their names here. */
export type DemoValues = Readonly<Record<string, string | number | boolean>>;

/** A step of an entry's flow: when, who, which, and what was said. */
export type DemoStep = [on: Day, by: PersonKey, step: string, values?: DemoValues, reason?: string];

export interface DemoEntry {
  /** By which other entries name it. */
  name: string;
  unit: OrganizationKey;
  /** The first makes it. */
  steps: [DemoStep, ...DemoStep[]];
}

/**
 * The registers of the Minhang bureau, from ready definitions, each with a few entries. All of it is invented: the notice
 * says which registers there are, and nothing of what stands in them.
 */
export const demoRegisters: Readonly<Record<string, readonly DemoEntry[]>> = {
  gifts: [
    {
      name: 'tea',
      unit: 'BG',
      steps: [
        [
          '2025-04-02',
          'contact-office',
          'register',
          {
            gift: '茶叶两盒',
            giftType: 'goods',
            amount: 88_000,
            receivedOn: '2025-04-01',
            recipient: 'contact-office',
            giver: '某演艺公司（演示）',
          },
        ],
        ['2025-04-03', 'contact-finance', 'book', { account: 'LP-2025-001' }],
        ['2025-04-08', 'party-affairs', 'dispose', { disposal: 'returned' }],
      ],
    },
    {
      name: 'card',
      unit: 'BG',
      steps: [
        [
          '2025-09-26',
          'contact-office',
          'register',
          {
            gift: '购物卡一张',
            giftType: 'voucher',
            amount: 100_000,
            receivedOn: '2025-09-25',
            recipient: 'leader-industry',
            giver: '某供应商（演示）',
          },
        ],
        ['2025-09-28', 'contact-finance', 'book', { account: 'LP-2025-002' }],
        ['2025-10-10', 'party-affairs', 'dispose', { disposal: 'treasury' }],
      ],
    },
    {
      name: 'painting',
      unit: 'BG',
      steps: [
        [
          '2025-11-19',
          'contact-office',
          'register',
          {
            gift: '装饰画一幅',
            giftType: 'goods',
            amount: 260_000,
            receivedOn: '2025-11-14',
            recipient: 'secretary',
            giver: '某画廊（演示）',
          },
        ],
        ['2025-11-21', 'contact-finance', 'book', { account: 'LP-2025-003' }],
      ],
    },
    {
      name: 'fruit',
      unit: 'BG',
      steps: [
        [
          '2025-12-10',
          'contact-office',
          'register',
          {
            gift: '水果礼盒',
            giftType: 'goods',
            amount: 36_000,
            receivedOn: '2025-12-10',
            recipient: 'contact-office',
            giver: '某旅行社（演示）',
          },
        ],
      ],
    },
  ],
  'small-projects': [
    {
      name: 'reading-room',
      unit: 'TSG',
      steps: [
        [
          '2025-05-12',
          'contact-library',
          'propose',
          {
            project: '阅览室照明改造',
            contractor: '某照明工程公司（演示）',
            budget: 28_600_000,
            approvedOn: '2025-05-09',
          },
        ],
        ['2025-05-16', 'leader-culture', 'approve'],
        ['2025-07-01', 'contact-library', 'askExtra', { extra: 3_200_000 }],
        ['2025-07-07', 'secretary', 'approveExtra'],
        ['2025-09-15', 'contact-finance', 'accept'],
      ],
    },
    {
      name: 'gallery-floor',
      unit: 'HP',
      steps: [
        [
          '2025-11-10',
          'contact-gallery',
          'propose',
          {
            project: '展厅地面修缮',
            contractor: '某装饰公司（演示）',
            budget: 46_000_000,
            approvedOn: '2025-11-07',
          },
        ],
        ['2025-11-14', 'leader-culture', 'approve'],
      ],
    },
  ],
  'project-payments': [
    {
      name: 'lights-first',
      unit: 'TSG',
      steps: [
        [
          '2025-06-03',
          'contact-library',
          'request',
          {
            purpose: '照明改造首付款',
            project: 'small-projects/reading-room',
            amount: 14_300_000,
            paidBefore: 0,
          },
        ],
        ['2025-06-05', 'leader-culture', 'approve'],
        ['2025-06-10', 'contact-finance', 'pay', { voucher: 'ZF-2025-0611' }],
      ],
    },
    {
      name: 'unlisted',
      unit: 'JY',
      steps: [
        [
          '2025-11-03',
          'contact-theatre',
          'request',
          { purpose: '后台粉刷', amount: 3_500_000, paidBefore: 0 },
        ],
        ['2025-11-05', 'leader-industry', 'refuse', {}, '台账里没有这项工程，不能付款'],
      ],
    },
  ],
  contracts: [
    {
      name: 'cleaning',
      unit: 'TSG',
      steps: [
        [
          '2025-03-18',
          'contact-library',
          'draft',
          {
            contract: '馆舍保洁服务',
            number: 'HT-2025-07',
            party: '某物业公司（演示）',
            amount: 42_000_000,
            endsOn: '2025-12-31',
          },
        ],
        [
          '2025-03-24',
          'contact-office',
          'review',
          { legalOpinion: '违约责任条款已补正，可行', legalOk: true },
        ],
        ['2025-03-27', 'leader-culture', 'approve'],
        [
          '2025-11-28',
          'contact-library',
          'accept',
          { acceptance: '按月考核均合格', accepted: true },
        ],
        ['2025-12-05', 'contact-finance', 'pay', { paid: 42_000_000 }],
      ],
    },
    {
      name: 'show',
      unit: 'GF',
      steps: [
        [
          '2025-12-02',
          'contact-public-services',
          'draft',
          {
            contract: '市民文化节承办',
            number: 'HT-2025-19',
            party: '某文化公司（演示）',
            amount: 68_000_000,
            endsOn: '2026-10-31',
          },
        ],
        [
          '2025-12-08',
          'contact-office',
          'review',
          { legalOpinion: '验收标准不明确，须补充', legalOk: false },
        ],
      ],
    },
  ],
  'public-comments': [
    {
      name: 'hours',
      unit: 'DQ',
      steps: [
        [
          '2025-06-09',
          'contact-party-affairs',
          'receive',
          {
            subject: '城市书房开放时间',
            channel: 'phone',
            receivedOn: '2025-06-09',
            from: '某市民（演示）',
            content: '希望夜间多开一小时',
          },
        ],
        ['2025-06-10', 'party-affairs', 'assign', { assignedTo: 'TSG' }],
        [
          '2025-06-16',
          'party-affairs',
          'answer',
          { answer: '七月起延长至二十一点', answeredOn: '2025-06-16' },
        ],
      ],
    },
    {
      name: 'letter',
      unit: 'DQ',
      steps: [
        [
          '2025-12-01',
          'contact-party-affairs',
          'receive',
          {
            subject: '剧院票价',
            channel: 'post',
            receivedOn: '2025-11-30',
            content: '建议增设惠民票',
          },
        ],
      ],
    },
  ],
  'site-checks': [
    {
      name: 'xinzhuang',
      unit: 'TSG',
      steps: [
        [
          '2025-08-04',
          'contact-library',
          'check',
          {
            site: '莘庄城市书房',
            checkedOn: '2025-08-04',
            hasDefect: true,
            defect: '应急灯两处不亮',
            fixBy: '2025-08-15',
          },
        ],
        ['2025-08-12', 'contact-library', 'fix', { fix: '已更换并测试', fixedOn: '2025-08-12' }],
        ['2025-08-14', 'party-affairs', 'confirm'],
      ],
    },
    {
      name: 'pujiang',
      unit: 'TSG',
      steps: [
        [
          '2025-12-03',
          'contact-library',
          'check',
          { site: '浦江城市书房', checkedOn: '2025-12-03', hasDefect: false },
        ],
        ['2025-12-03', 'contact-library', 'pass'],
      ],
    },
  ],
};
