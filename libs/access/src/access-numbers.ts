import { lockedOrigins } from './sign-in/count-attempt.ts';
import type { Database, ShownNumber } from '@taizhang/platform';

/** What signing in has to tell in the metrics. */
export const accessNumbers = ({ db, now }: { db: Database; now: () => Date }): ShownNumber[] => [
  {
    name: 'accounts_locked',
    help: '因登录失败而在某处锁定的账号。Accounts locked somewhere after failed sign-ins.',
    read: () => db.account.count({ where: { signInOrigins: { some: lockedOrigins(now()) } } }),
  },
  {
    name: 'sessions_open',
    help: '未结束的会话。Sessions that are not over.',
    read: () => db.session.count({ where: { expiresAt: { gt: now() } } }),
  },
];
