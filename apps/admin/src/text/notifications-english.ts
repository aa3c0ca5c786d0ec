import type { Translated } from '@taizhang/ui';
import type { notificationsChinese } from './notifications-chinese.ts';

export const notificationsEnglish: Translated<typeof notificationsChinese> = {
  notifications: {
    title: 'Notifications',
    bell: 'Notifications, {{count}} unread',
    empty: 'No notifications',
    unread: 'Unread',
    markAllRead: 'Mark all as read',
  },
};
