import { builder, TrainingDirection, TrainingKind, TrainingStatus } from '@taizhang/platform';

export const TrainingKindType = builder.enumType('TrainingKind', {
  description: '培训会议类别。What kind of training, meeting or talk.',
  values: {
    [TrainingKind.TRAINING]: { description: '培训。A training.' },
    [TrainingKind.LECTURE]: { description: '讲座。A lecture.' },
    [TrainingKind.SYMPOSIUM]: { description: '座谈会。A symposium.' },
    [TrainingKind.MEETING]: { description: '会议。A meeting.' },
    [TrainingKind.FIRST_AGENDA_STUDY]: {
      description: '第一议题学习。Study as the first item of an agenda.',
    },
    [TrainingKind.CENTRAL_GROUP_STUDY]: { description: '中心组学习。Study of the central group.' },
    [TrainingKind.HEART_TO_HEART_TALK]: { description: '谈心谈话。A heart-to-heart talk.' },
    [TrainingKind.FIELD_RESEARCH]: { description: '调研。Field research.' },
    [TrainingKind.VISIT]: { description: '走访。A visit.' },
  } as const,
});

export const TrainingDirectionType = builder.enumType('TrainingDirection', {
  description: '举办或参加。Whether the organization held it or took part in it.',
  values: {
    [TrainingDirection.HELD]: { description: '举办。Held by the organization.' },
    [TrainingDirection.ATTENDED]: { description: '参加。Held by others, attended.' },
  } as const,
});

export const TrainingStatusType = builder.enumType('TrainingStatus', {
  description: '培训会议状态。Where a training stands in its life cycle.',
  values: {
    [TrainingStatus.PLANNED]: { description: '计划中。Planned or being prepared.' },
    [TrainingStatus.HELD]: { description: '已举办。Held.' },
    [TrainingStatus.RECORDED]: { description: '已登记。Recorded with its sessions.' },
    [TrainingStatus.VERIFIED]: { description: '已核实。Verified.' },
    [TrainingStatus.POSTPONED]: { description: '已延期。Postponed.' },
    [TrainingStatus.CANCELLED]: { description: '已取消。Cancelled.' },
  } as const,
});
