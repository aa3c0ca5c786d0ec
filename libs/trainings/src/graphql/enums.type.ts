import { builder, statusEnum, TrainingDirection, TrainingKind } from '@taizhang/platform';
import { TRAINING_LIFE_CYCLE } from '../rules/index.ts';

export const TrainingKindType = builder.enumType('TrainingKind', {
  description: '培训会议类别。What kind of training, meeting or talk.',
  values: {
    [TrainingKind.TRAINING]: { description: '培训。Training.' },
    [TrainingKind.LECTURE]: { description: '讲座。Lecture.' },
    [TrainingKind.SYMPOSIUM]: { description: '座谈会。Symposium.' },
    [TrainingKind.MEETING]: { description: '会议。Meeting.' },
    [TrainingKind.FIRST_AGENDA_STUDY]: {
      description: '第一议题学习。First-agenda study: as the first item of an agenda.',
    },
    [TrainingKind.CENTRAL_GROUP_STUDY]: { description: '中心组学习。Central-group study.' },
    [TrainingKind.HEART_TO_HEART_TALK]: { description: '谈心谈话。Heart-to-heart talk.' },
    [TrainingKind.FIELD_RESEARCH]: { description: '调研。Field research.' },
    [TrainingKind.VISIT]: { description: '走访。Visit.' },
  } as const,
});

export const TrainingDirectionType = builder.enumType('TrainingDirection', {
  description: '举办或参加。Whether the organization held it or took part in it.',
  values: {
    [TrainingDirection.HELD]: { description: '组织。Held: by the organization.' },
    [TrainingDirection.ATTENDED]: { description: '参加。Attended: held by others.' },
  } as const,
});

export const TrainingStatusType = statusEnum(
  'TrainingStatus',
  '培训会议状态。Where a training stands in its life cycle.',
  TRAINING_LIFE_CYCLE,
);
