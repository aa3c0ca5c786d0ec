import {
  builder,
  DuePrecision,
  EvaluationStatus,
  EvidenceStatus,
  ExtensionStatus,
  ItemStatus,
  LeadingGroupPost,
  LookBackStatus,
  MeasureStatus,
  PlanStatus,
  RectificationType,
  RoundKind,
  SampleResult,
  SupervisionKind,
  type ChoiceTypes,
} from '@taizhang/platform';

export const RoundKindType = builder.enumType('RoundKind', {
  description: '轮次类别。What kind of examination a round follows.',
  values: {
    [RoundKind.INSPECTION]: { description: '巡察（巡视）。A Party inspection.' },
    [RoundKind.AUDIT]: { description: '审计。An audit.' },
  } as const,
});

export const ItemStatusType = builder.enumType('ItemStatus', {
  description:
    '问题状态。Where an item stands in its life cycle; being overdue is derived, not a status.',
  values: {
    [ItemStatus.REGISTERED]: { description: '已登记。Registered by the inspection office.' },
    [ItemStatus.ASSIGNED]: { description: '已交办。A lead leader is named.' },
    [ItemStatus.PLANNED]: { description: '方案已批。Its measures are approved.' },
    [ItemStatus.IN_PROGRESS]: { description: '整改中。Being carried out.' },
    [ItemStatus.SUBMITTED]: { description: '已提交。Every measure accepted, handed in.' },
    [ItemStatus.LEADER_SIGNED]: { description: '领导已签。Signed by its lead leader.' },
    [ItemStatus.VERIFYING]: { description: '核验中。The inspection office verifies.' },
    [ItemStatus.CLOSED]: { description: '已销号。Verified and closed.' },
    [ItemStatus.LONG_TERM]: { description: '长期整改。Held for long-term review.' },
    [ItemStatus.REOPENED]: { description: '重新打开。A look-back or sample failed.' },
    [ItemStatus.WITHDRAWN]: { description: '已撤回。Withdrawn before it was planned.' },
  } as const,
});

export const RectificationTypeType = builder.enumType('RectificationType', {
  description: '整改类型。How soon an item has to be put right.',
  values: {
    [RectificationType.IMMEDIATE]: { description: '立行立改。At once.' },
    [RectificationType.TIME_BOUND]: { description: '限期整改。By its due date.' },
    [RectificationType.LONG_TERM]: { description: '长期整改。Over a longer time, in stages.' },
  } as const,
});

const DuePrecisionType = builder.enumType('DuePrecision', {
  description: '时限精度。How exactly a paper says when something is due.',
  values: {
    [DuePrecision.DAY]: { description: '具体日期。On a day.' },
    [DuePrecision.MONTH_END]: { description: '月底前。By the end of a month.' },
    [DuePrecision.YEAR_END]: { description: '年底前。By the end of a year.' },
  } as const,
});

/** The enums that descriptions of fields name. */
export const CHOICE_TYPES = {
  RectificationType: RectificationTypeType,
  DuePrecision: DuePrecisionType,
} as unknown as ChoiceTypes;

export const MeasureStatusType = builder.enumType('MeasureStatus', {
  description: '措施状态。Where a measure stands in its life cycle.',
  values: {
    [MeasureStatus.DRAFT]: { description: '拟定。Drafted.' },
    [MeasureStatus.APPROVED]: { description: '已批准。Approved with the plan.' },
    [MeasureStatus.IN_PROGRESS]: { description: '进行中。Being carried out.' },
    [MeasureStatus.SUBMITTED]: { description: '已提交。Handed in for acceptance.' },
    [MeasureStatus.ACCEPTED]: { description: '已验收。Accepted by somebody else.' },
    [MeasureStatus.RETURNED]: { description: '已退回。Returned with a reason.' },
    [MeasureStatus.CANCELLED]: { description: '已取消。Cancelled; another measure replaces it.' },
  } as const,
});

export const PlanStatusType = builder.enumType('PlanStatus', {
  description: '方案状态。Whether a rectification plan is approved.',
  values: {
    [PlanStatus.DRAFT]: { description: '拟定。Drafted.' },
    [PlanStatus.APPROVED]: { description: '已批准。Approved.' },
  } as const,
});

export const ExtensionStatusType = builder.enumType('ExtensionStatus', {
  description: '延期状态。What became of a request for more time.',
  values: {
    [ExtensionStatus.REQUESTED]: { description: '已申请。Asked for.' },
    [ExtensionStatus.GRANTED]: { description: '已批准。Granted.' },
    [ExtensionStatus.REFUSED]: { description: '未批准。Refused.' },
  } as const,
});

export const SupervisionKindType = builder.enumType('SupervisionKind', {
  description: '督办类别。The kind of an intervention.',
  values: {
    [SupervisionKind.SUPERVISION]: { description: '督办。A leader supervises the item.' },
    [SupervisionKind.REMINDER]: { description: '催办。A reminder that it is due.' },
  } as const,
});

export const EvidenceStatusType = builder.enumType('EvidenceStatus', {
  description: '佐证状态。What was decided on a piece of evidence.',
  values: {
    [EvidenceStatus.PENDING]: { description: '待审核。Not decided yet.' },
    [EvidenceStatus.ACCEPTED]: { description: '已采信。Accepted.' },
    [EvidenceStatus.REJECTED]: { description: '未采信。Rejected, with a reason.' },
  } as const,
});

export const LeadingGroupPostType = builder.enumType('LeadingGroupPost', {
  description: '领导小组职务。A post in the leading group.',
  values: {
    [LeadingGroupPost.HEAD]: { description: '组长。Head.' },
    [LeadingGroupPost.DEPUTY_HEAD]: { description: '副组长。Deputy head.' },
    [LeadingGroupPost.MEMBER]: { description: '成员。Member.' },
  } as const,
});

export const LookBackStatusType = builder.enumType('LookBackStatus', {
  description: '回头看状态。Whether every sample of a look-back review has its result.',
  values: {
    [LookBackStatus.DRAWN]: { description: '已抽取。Drawn; results are still to come.' },
    [LookBackStatus.COMPLETED]: { description: '已完成。Every sample has its result.' },
  } as const,
});

export const SampleResultType = builder.enumType('SampleResult', {
  description: '抽查结果。What looking back at an item showed.',
  values: {
    [SampleResult.PENDING]: { description: '待复查。Not looked at yet.' },
    [SampleResult.PASSED]: { description: '合格。Still put right.' },
    [SampleResult.FAILED]: { description: '不合格。Not so: the item is reopened.' },
  } as const,
});

export const EvaluationStatusType = builder.enumType('EvaluationStatus', {
  description: '评估状态。Whether somebody else has confirmed an evaluation.',
  values: {
    [EvaluationStatus.DRAFT]: { description: '拟定。Scored, not confirmed.' },
    [EvaluationStatus.CONFIRMED]: { description: '已确认。Confirmed; it stays as it is.' },
  } as const,
});
