import { bilingual, defineEvents } from '@taizhang/platform/rules';

/**
 * What happens to rounds, items and what hangs on them, by the type under which the log keeps it. A type never
 * changes its name or its subject: other systems read the log by them.
 */
export const RECTIFICATION_EVENTS = defineEvents({
  ROUND_ADDED: { subject: 'InspectionRound', words: bilingual('登记轮次', 'Round registered') },
  ROUND_EDITED: { subject: 'InspectionRound', words: bilingual('编辑轮次', 'Round edited') },
  AREA_ADDED: { subject: 'FindingArea', words: bilingual('新增方面', 'Area added') },
  AREA_EDITED: { subject: 'FindingArea', words: bilingual('修改方面', 'Area edited') },
  LEADING_GROUP_MEMBER_ADDED: {
    subject: 'LeadingGroupMember',
    words: bilingual('加入领导小组', 'Put on the leading group'),
  },
  LEADING_GROUP_MEMBER_POST_CHANGED: {
    subject: 'LeadingGroupMember',
    words: bilingual('调整领导小组职务', 'Given another post in the leading group'),
  },
  LEADING_GROUP_MEMBER_REMOVED: {
    subject: 'LeadingGroupMember',
    words: bilingual('移出领导小组', 'Taken off the leading group'),
  },
  PLAN_DRAFTED: { subject: 'RectificationPlan', words: bilingual('拟定方案', 'Plan drafted') },
  PLAN_APPROVED: {
    subject: 'RectificationPlan',
    words: bilingual('批准整改方案', 'Plan approved'),
  },

  ITEM_REGISTERED: {
    subject: 'RectificationItem',
    words: bilingual('登记问题', 'Item registered'),
  },
  ITEM_IMPORTED: {
    subject: 'RectificationItem',
    words: bilingual('由通报导入', 'Imported from the notice'),
  },
  ITEM_EDITED: { subject: 'RectificationItem', words: bilingual('编辑问题', 'Item edited') },
  ITEM_ASSIGNED: { subject: 'RectificationItem', words: bilingual('交办', 'Assigned') },
  ITEM_PLANNED: { subject: 'RectificationItem', words: bilingual('批准方案', 'Plan approved') },
  ITEM_STARTED: { subject: 'RectificationItem', words: bilingual('开始整改', 'Started') },
  ITEM_SUBMITTED: {
    subject: 'RectificationItem',
    words: bilingual('提交销号申请', 'Submitted for closure'),
  },
  ITEM_SIGNED: {
    subject: 'RectificationItem',
    words: bilingual('领导签批', 'Signed by the leader'),
  },
  ITEM_VERIFICATION_STARTED: {
    subject: 'RectificationItem',
    words: bilingual('开始核验', 'Verification began'),
  },
  ITEM_RETURNED: { subject: 'RectificationItem', words: bilingual('核验退回', 'Returned') },
  ITEM_CLOSED: { subject: 'RectificationItem', words: bilingual('销号', 'Closed') },
  ITEM_HELD_LONG_TERM: {
    subject: 'RectificationItem',
    words: bilingual('转长期整改', 'Held as long-term'),
  },
  ITEM_REOPENED: { subject: 'RectificationItem', words: bilingual('重新打开', 'Reopened') },
  ITEM_WITHDRAWN: { subject: 'RectificationItem', words: bilingual('撤回', 'Withdrawn') },
  MANIFESTATION_ADDED: {
    subject: 'FindingManifestation',
    words: bilingual('新增具体表现', 'Manifestation added'),
  },
  MANIFESTATION_EDITED: {
    subject: 'FindingManifestation',
    words: bilingual('编辑具体表现', 'Manifestation edited'),
  },
  MANIFESTATION_REMOVED: {
    subject: 'FindingManifestation',
    words: bilingual('删除具体表现', 'Manifestation removed'),
  },

  MEASURE_ADDED: { subject: 'CorrectiveMeasure', words: bilingual('新增措施', 'Measure added') },
  MEASURE_EDITED: { subject: 'CorrectiveMeasure', words: bilingual('编辑措施', 'Measure edited') },
  MEASURE_APPROVED: {
    subject: 'CorrectiveMeasure',
    words: bilingual('批准措施', 'Measure approved'),
  },
  MEASURE_STARTED: {
    subject: 'CorrectiveMeasure',
    words: bilingual('启动措施', 'Measure started'),
  },
  MEASURE_SUBMITTED: {
    subject: 'CorrectiveMeasure',
    words: bilingual('提交措施', 'Measure submitted'),
  },
  MEASURE_ACCEPTED: {
    subject: 'CorrectiveMeasure',
    words: bilingual('验收措施', 'Measure accepted'),
  },
  MEASURE_RETURNED: {
    subject: 'CorrectiveMeasure',
    words: bilingual('退回措施', 'Measure returned'),
  },
  MEASURE_CANCELLED: {
    subject: 'CorrectiveMeasure',
    words: bilingual('取消措施', 'Measure cancelled'),
  },
  EVIDENCE_ATTACHED: { subject: 'Evidence', words: bilingual('上传佐证材料', 'Evidence attached') },
  EVIDENCE_ACCEPTED: { subject: 'Evidence', words: bilingual('采信材料', 'Evidence accepted') },
  EVIDENCE_REJECTED: { subject: 'Evidence', words: bilingual('不予采信', 'Evidence rejected') },

  EXTENSION_REQUESTED: {
    subject: 'ExtensionRequest',
    words: bilingual('申请延期', 'Extension requested'),
  },
  EXTENSION_GRANTED: {
    subject: 'ExtensionRequest',
    words: bilingual('批准延期', 'Extension granted'),
  },
  EXTENSION_REFUSED: {
    subject: 'ExtensionRequest',
    words: bilingual('不批准延期', 'Extension refused'),
  },
  SUPERVISION_RECORDED: {
    subject: 'Supervision',
    words: bilingual('登记督办', 'Supervision recorded'),
  },
  SUPERVISION_ANSWERED: {
    subject: 'Supervision',
    words: bilingual('答复督办催办', 'Supervision answered'),
  },
  MILESTONE_ADDED: { subject: 'Milestone', words: bilingual('新增阶段目标', 'Milestone added') },
  MILESTONE_REACHED: {
    subject: 'Milestone',
    words: bilingual('阶段目标达成', 'Milestone reached'),
  },

  LOOK_BACK_DRAWN: {
    subject: 'LookBackReview',
    words: bilingual('抽取回头看样本', 'Look-back sample drawn'),
  },
  LOOK_BACK_COMPLETED: {
    subject: 'LookBackReview',
    words: bilingual('回头看完成', 'Look-back completed'),
  },
  LOOK_BACK_SAMPLED: {
    subject: 'LookBackSample',
    words: bilingual('抽中回头看', 'Drawn for a look-back'),
  },
  LOOK_BACK_SAMPLE_PASSED: {
    subject: 'LookBackSample',
    words: bilingual('回头看抽查合格', 'Passed the look-back'),
  },
  LOOK_BACK_SAMPLE_FAILED: {
    subject: 'LookBackSample',
    words: bilingual('回头看抽查不合格', 'Failed the look-back'),
  },
  SURVEY_RECORDED: {
    subject: 'SatisfactionSurvey',
    words: bilingual('登记满意度测评', 'Survey recorded'),
  },
  SCORECARD_ADDED: { subject: 'Scorecard', words: bilingual('新建评分表', 'Scorecard added') },
  SCORECARD_VERSION_ADDED: {
    subject: 'ScorecardVersion',
    words: bilingual('评分表换新版本', 'New version of a scorecard'),
  },
  SCORECARD_CRITERION_ADDED: {
    subject: 'ScorecardCriterion',
    words: bilingual('新增评分指标', 'Scorecard criterion added'),
  },
  EVALUATION_ADDED: {
    subject: 'EffectivenessEvaluation',
    words: bilingual('成效评估', 'Evaluated'),
  },
  EVALUATION_EDITED: {
    subject: 'EffectivenessEvaluation',
    words: bilingual('修改成效评估', 'Evaluation edited'),
  },
  EVALUATION_CONFIRMED: {
    subject: 'EffectivenessEvaluation',
    words: bilingual('确认成效评估', 'Evaluation confirmed'),
  },

  PUBLIC_NOTICE_DRAFTED: {
    subject: 'PublicNotice',
    words: bilingual('起草通报', 'Notice drafted'),
  },
  PUBLIC_NOTICE_EDITED: { subject: 'PublicNotice', words: bilingual('修改通报', 'Notice edited') },
  // Quiet: whoever reads the item may not read the notice.
  PUBLIC_NOTICE_ITEM_OMITTED: {
    subject: 'PublicNoticeOmission',
    words: bilingual('通报不予公开一项', 'Item left out of a notice'),
    isQuiet: true,
  },
  PUBLIC_NOTICE_ITEM_READMITTED: {
    subject: 'PublicNoticeOmission',
    words: bilingual('通报恢复公开一项', 'Item readmitted to a notice'),
    isQuiet: true,
  },
  PUBLIC_NOTICE_PROPOSED: {
    subject: 'PublicNotice',
    words: bilingual('提请发布通报', 'Notice proposed'),
  },
  PUBLIC_NOTICE_RETURNED: {
    subject: 'PublicNotice',
    words: bilingual('退回通报', 'Notice returned'),
  },
  PUBLIC_NOTICE_RELEASED: {
    subject: 'PublicNotice',
    words: bilingual('发布通报', 'Notice released'),
  },
  PUBLIC_NOTICE_WITHDRAWN: {
    subject: 'PublicNotice',
    words: bilingual('撤下通报', 'Notice withdrawn'),
  },
});
