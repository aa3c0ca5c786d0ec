import { cultureAndTourism } from './area-1-culture-and-tourism.ts';
import { integrity } from './area-2-integrity.ts';
import { partyBuilding } from './area-3-party-building.ts';
import { earlierFindings } from './area-4-earlier-findings.ts';
import { evaluations, lookBacks, surveys } from './assessments.ts';
import type { DemoRound } from './demo-data.type.ts';
import { documents } from './documents.ts';
import { evidence } from './evidence.ts';
import { extensions, supervisions } from './follow-up.ts';
import { trainingsOfAreas1And2 } from './trainings-of-areas-1-and-2.ts';
import { trainingsOfAreas3And4 } from './trainings-of-areas-3-and-4.ts';

/** The ledger that the public notice of the Minhang culture and tourism bureau reports on. */
export const minhangRound: DemoRound = {
  code: 'MH-WL-2024',
  title: '区委第五巡察组巡察闵行区文化和旅游局党组（2024年）',
  organization: 'WL',
  team: '区委第五巡察组',
  inspectedFrom: '2024-09-09',
  inspectedTo: '2024-12-31',
  feedbackOn: '2025-02-07',
  intensivePeriodEndsOn: '2025-08-07',
  notes: {
    round:
      '演示数据：巡察组、巡察起止和反馈日期取自公开通报，其余为演示而设 / Demo data: team, inspection and feedback dates are from the public notice, all else is invented',
    records:
      '演示数据：名称和事项取自公开通报并经改写，状态、时限、责任人、日期和数量为演示而设 / Demo data: titles and facts are from the public notice, reworded; status, dates, people and counts are invented',
  },
  firstResponsible: 'secretary',
  partyAffairs: 'party-affairs',
  leadingGroup: [
    { person: 'secretary', post: 'HEAD' },
    { person: 'leader-party', post: 'DEPUTY_HEAD' },
    { person: 'leader-culture', post: 'MEMBER' },
    { person: 'leader-industry', post: 'MEMBER' },
    { person: 'leader-market', post: 'MEMBER' },
    { person: 'party-affairs', post: 'MEMBER' },
  ],
  plan: {
    title: '局党组巡察整改方案（演示）',
    draftedOn: '2025-02-21',
    approvedOn: '2025-02-28',
  },
  areas: [cultureAndTourism, integrity, partyBuilding, earlierFindings],
  documents,
  trainings: [...trainingsOfAreas1And2, ...trainingsOfAreas3And4],
  evidence,
  extensions,
  supervisions,
  lookBacks,
  surveys,
  evaluations,
};
