import {
  builder,
  filterOf,
  flag,
  ForbiddenError,
  keyOf,
  listOf,
  NotFoundError,
  type Caller,
  type Prisma,
} from '@taizhang/platform';
import { bilingual } from '@taizhang/platform/rules';

/** A caller's own notifications; an API client has none. */
const ownNotifications = (caller: Caller | null): Prisma.NotificationWhereInput =>
  caller?.personId ? { personId: caller.personId } : { id: { in: [] } };

builder.prismaNode('Notification', {
  extensions: { readBy: 'oneself' },
  id: { field: 'id' },
  description: '通知。Something that the viewer should know of; nobody else reads it.',
  findUnique: (id, { caller }) => ({ id, AND: [ownNotifications(caller)] }),
  fields: (t) => ({
    kind: t.exposeString('kind', {
      description: '类别。What it is about, such as BIWEEKLY_REPORT_DUE.',
    }),
    text: t.exposeString('text', { description: '内容。What is to be known, "中文 / English".' }),
    subjectId: t.id({
      description: '所指记录。The record that it is about; `node` reads it where you may.',
      select: { subjectType: true, subjectId: true },
      resolve: ({ subjectType, subjectId }) => `${subjectType}_${subjectId}`,
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: '时间。When it was told.' }),
    readAt: t.expose('readAt', {
      type: 'DateTime',
      nullable: true,
      description: '已读时间。When it was marked as read; null until then.',
    }),
  }),
});

const notificationFilter = filterOf<Prisma.NotificationWhereInput>(
  'NotificationFilter',
  '通知筛选。Which notifications; every condition given must hold.',
  {
    isRead: flag('是否已读。Marked as read (true) or not yet (false).', (is) => ({
      readAt: is ? { not: null } : null,
    })),
  },
);

listOf({
  model: 'Notification',
  node: { chinese: '通知', english: 'notifications' },
  visible: ({ caller }) => ownNotifications(caller),
  filter: notificationFilter,
  order: [],
  descends: true,
}).root('notifications', {
  description: '本人的通知，新的在前。The viewer’s own notifications, the newest first.',
});

const MarkNotificationReadInput = builder.inputType('MarkNotificationReadInput', {
  description: '标为已读。The input of `markNotificationRead`.',
  fields: (t) => ({
    id: t.id({ required: true, description: '通知 ID。One of the viewer’s notifications.' }),
  }),
});

const NotificationsReadType = builder.objectRef<{ count: number }>('NotificationsRead').implement({
  description: '标为已读的通知。What `markAllNotificationsRead` changed.',
  fields: (t) => ({
    count: t.exposeInt('count', { description: '条数。How many were not read before.' }),
  }),
});

builder.mutationFields((t) => ({
  markNotificationRead: t.prismaField({
    extensions: { readBy: 'oneself' },
    type: 'Notification',
    description: '标为已读。Marks a notification as read; again, it changes nothing.',
    errors: {
      types: [NotFoundError, ForbiddenError],
      directResult: true,
      union: {
        name: 'MarkNotificationReadResult',
        description: 'The notification, or why not, from `markNotificationRead`.',
      },
    },
    complexity: { field: 200 },
    args: { input: t.arg({ type: MarkNotificationReadInput, required: true }) },
    resolve: async (query, _root, { input }, { db, caller, now }) => {
      const where = { id: keyOf('Notification', input.id), AND: [ownNotifications(caller)] };
      await db.notification.updateMany({
        where: { ...where, readAt: null },
        data: { readAt: now() },
      });
      const notification = await db.notification.findFirst({ ...query, where });
      if (!notification) throw new NotFoundError('Notification');
      return notification;
    },
  }),
  markAllNotificationsRead: t.field({
    extensions: { readBy: 'oneself' },
    type: NotificationsReadType,
    description: '全部标为已读。Marks every one of the viewer’s notifications as read.',
    errors: {
      types: [ForbiddenError],
      directResult: true,
      union: {
        name: 'MarkAllNotificationsReadResult',
        description: 'How many were marked, or why none, from `markAllNotificationsRead`.',
      },
    },
    complexity: { field: 200 },
    resolve: (_root, _args, { db, caller, now }) => {
      if (!caller) throw new ForbiddenError(bilingual('请先登录', 'Sign in first'));
      return db.notification.updateMany({
        where: { AND: [ownNotifications(caller), { readAt: null }] },
        data: { readAt: now() },
      });
    },
  }),
}));
