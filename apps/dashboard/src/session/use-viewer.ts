import { createContext, useContext } from 'react';

export interface Viewer {
  name: string;
  isDemo: boolean;
}

export const ViewerContext = createContext<Viewer | null>(null);

/** Who is signed in. Only for what stands inside the session gate. */
export function useViewer(): Viewer {
  const viewer = useContext(ViewerContext);
  if (!viewer) throw new Error('useViewer needs a SessionGate around it');
  return viewer;
}
