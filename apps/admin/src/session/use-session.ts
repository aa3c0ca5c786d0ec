import { createContext, useContext } from 'react';
import type { Viewer } from './session.query.ts';

export interface Session {
  viewer: Viewer;
  /** Forgets every cached record too: the next viewer may see less. */
  signOut(): Promise<void>;
}

export const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession is called outside SessionGate');
  return session;
}

/** Whether the hub lets this viewer do something that is not tied to a record, such as importing. */
export function useViewerMay(action: string): boolean {
  const { viewer } = useSession();
  return viewer.allowedActions.some((one) => one.action === action && one.allowed);
}
