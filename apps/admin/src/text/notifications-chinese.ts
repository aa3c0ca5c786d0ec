/** What the viewer should know of. */
export const notificationsChinese = {
  notifications: {
    title: '通知',
    bell: '通知，{{count}} 条未读',
    empty: '没有通知',
    unread: '未读',
    markAllRead: '全部标为已读',
  },
};
