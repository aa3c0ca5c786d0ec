import { heldAt } from '@taizhang/access/rules';
import {
  changedSince,
  day,
  filterOf,
  flag,
  ids,
  listOf,
  lookupOf,
  oneOf,
  text,
  type Prisma,
} from '@taizhang/platform';
import { visibleItems } from '@taizhang/rectification/visibility';
import { visibleTrainings } from '../visible-trainings.ts';
import { TrainingDirectionType, TrainingKindType, TrainingStatusType } from './enums.type.ts';

const trainingFilter = filterOf<Prisma.TrainingWhereInput>(
  'TrainingFilter',
  '培训会议筛选。Which trainings; every condition given must hold.',
  {
    organizationId: ids('Organization', '所属单位。Of one of these bureaus.', (organizationId) => ({
      organizationId,
    })),
    responsibleUnitId: ids(
      'Organization',
      '主办科室。Held by one of these units.',
      (responsibleUnitId) => ({ responsibleUnitId }),
    ),
    hasResponsibleUnit: flag('有无主办科室。With a unit (true) or without one (false).', (has) => ({
      responsibleUnitId: has ? { not: null } : null,
    })),
    roundId: ids(
      'InspectionRound',
      '巡察轮次。For an item of one of these rounds.',
      (roundId, { caller }) => ({ item: { roundId, AND: [visibleItems(caller)] } }),
    ),
    itemId: ids('RectificationItem', '所属问题。For one of these items.', (itemId, { caller }) => ({
      itemId,
      item: visibleItems(caller),
    })),
    kind: oneOf(TrainingKindType, '类别。Of one of these kinds.', (kind) => ({ kind })),
    direction: oneOf(TrainingDirectionType, '举办或参加。Held or attended.', (direction) => ({
      direction,
    })),
    status: oneOf(TrainingStatusType, '状态。In one of these states.', (status) => ({ status })),
    heldFrom: day('不早于。Held on or after this day.', (gte) => ({ heldOn: { gte } })),
    heldTo: day('不晚于。Held on or before this day.', (lte) => ({ heldOn: { lte } })),
    undated: flag('无日期。Without a known day (true) or with one (false).', (is) => ({
      heldOn: is ? null : { not: null },
    })),
    changedSince: changedSince(),
    text: text('主题包含。Whose topic contains this text.'),
  },
);

listOf({
  model: 'Training',
  node: { chinese: '培训会议', english: 'trainings' },
  visible: ({ caller }) => visibleTrainings(caller),
  filter: trainingFilter,
  orders: {
    HELD_ON: { description: '日期。By day; those without one come last.', columns: ['heldOn'] },
    TOPIC: {
      description: '主题，按拼音。By topic: Chinese by pinyin, numbers as numbers.',
      columns: ['topicSort'],
    },
    UPDATED_AT: { description: '更新时间。By last change.', columns: ['updatedAt'] },
  },
  descends: true,
}).root('trainings', {
  description: '培训会议列表。The trainings, meetings and talks that you may see.',
});

lookupOf('training', {
  model: 'Training',
  description:
    '按外部键取培训会议。The training with another system’s key; null when there is none that you may see.',
  visible: ({ caller }) => visibleTrainings(caller),
  keysSetBy: ({ caller }) =>
    heldAt(caller, 'training:edit', (places) => ({
      OR: [{ organizationId: places }, { responsibleUnitId: places }],
    })),
});
