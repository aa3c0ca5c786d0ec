import { filterOf, ids, listOf, lookupOf, text, type Prisma } from '@taizhang/platform';
import { visibleRounds } from '../visible-items.ts';

const roundFilter = filterOf<Prisma.InspectionRoundWhereInput>(
  'InspectionRoundFilter',
  '轮次筛选。Which rounds; every condition given must hold.',
  {
    organizationId: ids('Organization', '被巡察党组织。Of one of these organizations.', (key) => ({
      inspectedOrganizationId: key,
    })),
    text: text('名称或代码包含。Whose title or code contains this text.'),
  },
);

listOf({
  model: 'InspectionRound',
  node: { chinese: '巡察轮次', english: 'rounds' },
  visible: ({ caller }) => visibleRounds(caller),
  filter: roundFilter,
  orders: {
    FEEDBACK_ON: {
      description: '反馈日期。By the day of the feedback; rounds without one come last.',
      columns: ['feedbackOn'],
    },
    CODE: {
      description: '轮次代码，数字按大小。By code, with numbers as numbers.',
      columns: ['codeSort'],
    },
  },
  descends: true,
}).root('inspectionRounds', { description: '巡察轮次列表。Rounds, newest feedback first.' });

lookupOf('inspectionRound', {
  model: 'InspectionRound',
  description: '按代码取轮次。The round with a code; null when there is none that you may see.',
  visible: ({ caller }) => visibleRounds(caller),
  keys: { code: '轮次代码。Such as MH-WL-2024.' },
});
