import { Navigate } from 'react-router';
import { useSession } from '../session/use-session.ts';
import { deskOf } from './desk.ts';

/** Leads from `/admin/` to the page that the viewer works on. */
export function StartPage() {
  const { viewer } = useSession();
  return <Navigate to={deskOf(viewer)} replace />;
}
