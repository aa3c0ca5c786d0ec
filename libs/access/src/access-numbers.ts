import type { Database, ShownNumber } from '@taizhang/platform';

/** What signing in has to tell in the metrics. */
export const accessNumbers = ({ db, now }: { db: Database; now: () => Date }): ShownNumber[] => [
  {
    name: 'accounts_locked',
    help: '因登录失败而锁定的账户。Accounts locked after failed sign-ins.',
    read: () => db.account.count({ where: { lockedUntil: { gt: now() } } }),
  },
  {
    name: 'sessions_open',
    help: '未结束的会话。Sessions that are not over.',
    read: () => db.session.count({ where: { expiresAt: { gt: now() } } }),
  },
];
