import { Navigate } from 'react-router';
import { useSession } from '../session/use-session.ts';

/** Where each of the three administrators works; everybody else begins with the ledger. */
const DESKS: Partial<Record<string, string>> = {
  SYSTEM_ADMINISTRATOR: '/people',
  SECURITY_ADMINISTRATOR: '/people',
  AUDIT_ADMINISTRATOR: '/audit',
};

/** Leads from `/admin/` to the page that the viewer works on. */
export function StartPage() {
  const { viewer } = useSession();
  const desks = viewer.roles.map(({ role }) => DESKS[role] ?? '/items');
  return <Navigate to={desks.includes('/items') ? '/items' : (desks[0] ?? '/items')} replace />;
}
