import type { DemoRound } from './demo-data.type.ts';

/** A second, wholly invented bureau: what its people see and the Minhang bureau's do not. */
export const modelBureauRound: DemoRound = {
  code: 'MH-SF-2025',
  title: '示范局党组巡察（演示）',
  organization: 'SF',
  team: '示范巡察组（演示）',
  inspectedFrom: '2025-03-10',
  inspectedTo: '2025-05-30',
  feedbackOn: '2025-07-04',
  intensivePeriodEndsOn: '2026-01-04',
  notes: {
    round: '演示数据：全部为演示而设 / Demo data: wholly invented',
    records: '演示数据：全部为演示而设 / Demo data: wholly invented',
  },
  firstResponsible: 'model-leader',
  partyAffairs: 'model-party-affairs',
  leadingGroup: [
    { person: 'model-leader', post: 'HEAD' },
    { person: 'model-party-affairs', post: 'MEMBER' },
  ],
  plan: {
    title: '示范局巡察整改方案（演示）',
    draftedOn: '2025-07-18',
    approvedOn: '2025-07-25',
  },
  areas: [
    {
      title: '内部管理不够精细（演示）',
      items: [
        {
          title: '会议费用审核把关不严（演示）',
          type: 'LONG_TERM',
          leader: 'model-leader',
          unit: 'ZH',
          supporting: [],
          dueOn: '2027-03-31',
          manifestations: ['部分会议没有预算审批单'],
          measuresAddedOn: '2025-07-16',
          measuresApprovedOn: '2025-07-24',
          history: [
            ['2025-07-08', 'ITEM_REGISTERED', 'inspection-register'],
            ['2025-07-11', 'ITEM_ASSIGNED', 'model-party-affairs'],
            ['2025-07-25', 'ITEM_PLANNED', 'model-leader'],
            ['2025-08-04', 'ITEM_STARTED', 'model-contact'],
          ],
          measures: [
            {
              text: '会议先报预算后召开，报销附审批单。',
              unit: 'ZH',
              dueOn: '2026-12-31',
              days: ['2025-08-04'],
              progress: '审批单样式已统一。',
            },
            {
              text: '每半年抽查一次会议费用，结果在局内通报。',
              unit: 'ZH',
              dueOn: '2027-03-31',
              days: [],
            },
          ],
        },
        {
          title: '档案归集不及时（演示）',
          type: 'TIME_BOUND',
          leader: 'model-leader',
          unit: 'ZH',
          supporting: [],
          dueOn: '2027-06-30',
          manifestations: ['上年度文书档案未按期移交'],
          measuresAddedOn: '2025-07-17',
          measuresApprovedOn: '2025-07-24',
          history: [
            ['2025-07-08', 'ITEM_REGISTERED', 'inspection-register'],
            ['2025-07-11', 'ITEM_ASSIGNED', 'model-party-affairs'],
            ['2025-07-25', 'ITEM_PLANNED', 'model-leader'],
          ],
          measures: [
            {
              text: '补齐上年度档案，建立按季移交办法。',
              unit: 'ZH',
              dueOn: '2027-06-30',
              days: [],
            },
          ],
        },
      ],
    },
  ],
  documents: [],
  trainings: [
    {
      kind: 'TRAINING',
      topic: '档案管理业务培训（演示，筹备中）',
      unit: 'ZH',
      measure: '1.2/1',
      status: 'PLANNED',
      sessions: [{ on: '2027-03-16', location: '示范局会议室', hours: 3, attendances: null }],
    },
  ],
  evidence: [],
  extensions: [],
  supervisions: [],
  lookBacks: [],
  surveys: [],
  evaluations: [],
};
