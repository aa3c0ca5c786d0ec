import {
  builder,
  DuePrecision,
  LeadingGroupPost,
  RectificationType,
  RoundKind,
  statusEnum,
  SupervisionKind,
  type ChoiceTypes,
} from '@taizhang/platform';
import {
  EVALUATION_LIFE_CYCLE,
  EVIDENCE_LIFE_CYCLE,
  EXTENSION_LIFE_CYCLE,
  ITEM_LIFE_CYCLE,
  LOOK_BACK_LIFE_CYCLE,
  MEASURE_LIFE_CYCLE,
  PLAN_LIFE_CYCLE,
  SAMPLE_LIFE_CYCLE,
} from '../rules/index.ts';

export const RoundKindType = builder.enumType('RoundKind', {
  description: '轮次类别。What kind of examination a round follows.',
  values: {
    [RoundKind.INSPECTION]: { description: '巡察：含巡视。Inspection: a Party inspection.' },
    [RoundKind.AUDIT]: { description: '审计。Audit.' },
  } as const,
});

export const ItemStatusType = statusEnum(
  'ItemStatus',
  '问题状态。Where an item stands in its life cycle; being overdue is derived, not a status.',
  ITEM_LIFE_CYCLE,
);

export const RectificationTypeType = builder.enumType('RectificationType', {
  description: '整改类型。How soon an item has to be put right.',
  values: {
    [RectificationType.IMMEDIATE]: { description: '立行立改。Immediate: at once.' },
    [RectificationType.TIME_BOUND]: { description: '限期整改。Time-bound: by its due date.' },
    [RectificationType.LONG_TERM]: {
      description: '长期整改。Long-term: over a longer time, in stages.',
    },
  } as const,
});

const DuePrecisionType = builder.enumType('DuePrecision', {
  description: '时限精度。How exactly a paper says when something is due.',
  values: {
    [DuePrecision.DAY]: { description: '具体日期。On a day.' },
    [DuePrecision.MONTH_END]: { description: '月底前。By month’s end.' },
    [DuePrecision.YEAR_END]: { description: '年底前。By year’s end.' },
  } as const,
});

/** The enums that descriptions of fields name. */
export const CHOICE_TYPES = {
  RectificationType: RectificationTypeType,
  DuePrecision: DuePrecisionType,
} as unknown as ChoiceTypes;

export const MeasureStatusType = statusEnum(
  'MeasureStatus',
  '措施状态。Where a measure stands in its life cycle.',
  MEASURE_LIFE_CYCLE,
);

export const PlanStatusType = statusEnum(
  'PlanStatus',
  '方案状态。Whether a rectification plan is approved.',
  PLAN_LIFE_CYCLE,
);

export const ExtensionStatusType = statusEnum(
  'ExtensionStatus',
  '延期状态。What became of a request for more time.',
  EXTENSION_LIFE_CYCLE,
);

export const SupervisionKindType = builder.enumType('SupervisionKind', {
  description: '督办类别。The kind of an intervention.',
  values: {
    [SupervisionKind.SUPERVISION]: {
      description: '督办。Supervision: a leader supervises the item.',
    },
    [SupervisionKind.REMINDER]: { description: '催办。Reminder: it is due.' },
  } as const,
});

export const EvidenceStatusType = statusEnum(
  'EvidenceStatus',
  '佐证状态。What was decided on a piece of evidence.',
  EVIDENCE_LIFE_CYCLE,
);

export const LeadingGroupPostType = builder.enumType('LeadingGroupPost', {
  description: '领导小组职务。A post in the leading group.',
  values: {
    [LeadingGroupPost.HEAD]: { description: '组长。Head.' },
    [LeadingGroupPost.DEPUTY_HEAD]: { description: '副组长。Deputy head.' },
    [LeadingGroupPost.MEMBER]: { description: '成员。Member.' },
  } as const,
});

export const LookBackStatusType = statusEnum(
  'LookBackStatus',
  '回头看状态。Whether every sample of a look-back review has its result.',
  LOOK_BACK_LIFE_CYCLE,
);

export const SampleResultType = statusEnum(
  'SampleResult',
  '抽查结果。What looking back at an item showed.',
  SAMPLE_LIFE_CYCLE,
);

export const EvaluationStatusType = statusEnum(
  'EvaluationStatus',
  '评估状态。Whether somebody else has confirmed an evaluation.',
  EVALUATION_LIFE_CYCLE,
);
