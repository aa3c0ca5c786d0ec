/** What waits for somebody. */
export const workChinese = {
  work: {
    title: '我的工作',
    subtitle: '等您办理的事，最急的在前',
    summary: '待办一览',
    count_other: '{{shown}} 项',
    all_other: '查看全部 {{count}} 项',
    period: '第 {{ordinal}} 期',
    emptyTitle: '没有等您办理的事',
    emptyBody: '有新的交办、提交或退回时，会出现在这里。',
    toItems: '去看问题台账',
  },
};
