import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderAdmin, type Answers } from '../testing/render-admin.tsx';

const notification = (n: number, readAt: string | null) => ({
  __typename: 'NotificationEdge',
  node: {
    __typename: 'Notification',
    id: `Notification_${n}`,
    text: `第 ${n} 期双周报明日截止 / Biweekly report ${n} is due tomorrow`,
    subjectId: `Training_${n}`,
    createdAt: '2026-03-02T01:00:00.000Z',
    readAt,
  },
});
const answers = (): Answers => {
  let isRead = false;
  return {
    AdminNotifications: () => ({
      data: {
        notifications: {
          __typename: 'NotificationConnection',
          edges: [
            notification(2, isRead ? '2026-03-02T02:00:00.000Z' : null),
            notification(1, '2026-03-01T02:00:00.000Z'),
          ],
        },
        unread: { __typename: 'NotificationConnection', totalCount: isRead ? 0 : 1 },
      },
    }),
    AdminMarkNotificationRead: () => {
      isRead = true;
      return {
        data: {
          markNotificationRead: {
            __typename: 'Notification',
            id: 'Notification_2',
            readAt: '2026-03-02T02:00:00.000Z',
          },
        },
      };
    },
    AdminMarkAllNotificationsRead: () => {
      isRead = true;
      return { data: { markAllNotificationsRead: { __typename: 'NotificationsRead' } } };
    },
  };
};

test('the bell counts what is unread, and a click on one reads it and leads to its record', async () => {
  const { user, sent, router } = renderAdmin({
    path: '/nowhere',
    answers: { ...answers(), AdminTraining: 'pending' },
  });
  await user.click(await screen.findByRole('button', { name: '通知，1 条未读' }));
  const list = await screen.findByRole('list');
  expect(
    within(list)
      .getAllByRole('listitem')
      .map((one) => one.textContent),
  ).toEqual([
    expect.stringContaining('第 2 期双周报明日截止未读') as string,
    expect.not.stringContaining('Biweekly') as string,
  ]);
  await user.click(within(list).getByRole('button', { name: /第 2 期/ }));
  expect(sent).toContainEqual({
    name: 'AdminMarkNotificationRead',
    variables: { input: { id: 'Notification_2' } },
  });
  await expect
    .poll(() => router.state.location.pathname, { timeout: 10_000 })
    .toBe('/trainings/Training_2');
});

test('everything is marked as read at once, and in English', async () => {
  const { user } = renderAdmin({ path: '/nowhere', answers: answers(), language: 'en' });
  await user.click(await screen.findByRole('button', { name: 'Notifications, 1 unread' }));
  expect(await screen.findByText('Biweekly report 2 is due tomorrow')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Mark all as read' }));
  expect(await screen.findByRole('button', { name: 'Notifications, 0 unread' })).toBeTruthy();
});
