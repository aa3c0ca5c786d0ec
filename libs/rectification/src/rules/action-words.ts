import { bilingual } from '@taizhang/platform/rules';

/** What is done here beside the steps of life cycles, as buttons and `allowedActions` call it. */
export const RECTIFICATION_ACTION_WORDS = {
  registerRectificationItem: bilingual('登记问题', 'Register an item'),
  editRectificationItem: bilingual('编辑', 'Edit'),
  requestExtension: bilingual('申请延期', 'Request extension'),
  superviseRectificationItem: bilingual('督办 / 催办', 'Supervise or remind'),
  addMilestone: bilingual('新增阶段目标', 'Add milestone'),
  addMeasure: bilingual('添加措施', 'Add a measure'),
  editMeasure: bilingual('编辑措施', 'Edit measure'),
  attachEvidence: bilingual('上传佐证', 'Upload evidence'),
  addInspectionRound: bilingual('登记轮次', 'Register a round'),
  editInspectionRound: bilingual('编辑轮次', 'Edit the round'),
  addFindingArea: bilingual('新增方面', 'Add area'),
  addLeadingGroupMember: bilingual('调整领导小组', 'Set group member'),
  removeLeadingGroupMember: bilingual('移出', 'Remove'),
  addRectificationPlan: bilingual('起草整改方案', 'Draft plan'),
  addPublicNotice: bilingual('起草通报', 'Draft notice'),
  editPublicNotice: bilingual('修改通报', 'Edit notice'),
  omitFromPublicNotice: bilingual('不予公开', 'Leave an item out'),
  readmitToPublicNotice: bilingual('恢复公开', 'Readmit an item'),
  drawLookBackReview: bilingual('抽取回头看样本', 'Draw look-back sample'),
  recordSatisfactionSurvey: bilingual('登记满意度测评', 'Record survey'),
  addScorecard: bilingual('新建评分表', 'Add a scorecard'),
  addScorecardVersion: bilingual('修订评分表', 'Revise the scorecard'),
  addEffectivenessEvaluation: bilingual('开展评估', 'Evaluate'),
  editEffectivenessEvaluation: bilingual('重新评分', 'Score anew'),
};
