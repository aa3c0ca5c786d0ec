/** Notices to the public. */
export const publicNoticesChinese = {
  publicNotices: {
    title: '通报',
    empty: '还没有起草通报',
    reason: '理由：{{why}}',
    omitted: '不予公开：',
  },
};
