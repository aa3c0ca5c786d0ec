export const lifeCycleChinese = {
  planChecks: {
    title: '方案体检',
    hint: '只作提示，不影响办理',
    run: '开始体检',
    again: '重新体检',
    nothing: '没有发现需要留意的地方',
    measure: '措施 {{ordinal}}',
    related: '对照 {{code}}',
    more_other: '另有 {{count}} 处',
  },
  documentSteps: {
    actions: '可办理事项',
    compare: '版本对照',
    earlier: '前一版',
    later: '后一版',
    consultations: '征求意见稿',
    consultation: '第 {{ordinal}} 版，截止 {{date}}',
    comments_other: '收到意见 {{count}} 条',
    open: '征求意见中',
  },
};
