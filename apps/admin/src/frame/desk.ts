import type { Viewer } from '../session/session.query.ts';

/** Where those work who have no work of their own in the ledger: the three administrators, and who only looks. */
const DESKS: Partial<Record<string, string>> = {
  SYSTEM_ADMINISTRATOR: '/people',
  SECURITY_ADMINISTRATOR: '/people',
  AUDIT_ADMINISTRATOR: '/audit',
  DASHBOARD_VIEWER: '/items',
};

/** The page on which somebody begins the day: what waits for them, or else where they work. */
export function deskOf({ roles }: Pick<Viewer, 'roles'>): string {
  const desks = roles.map(({ role }) => DESKS[role] ?? '/work');
  return desks.includes('/work') ? '/work' : (desks[0] ?? '/items');
}
