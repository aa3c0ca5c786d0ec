import { createHubClient } from '@taizhang/client';
import type { Client } from 'urql';

/** Told when the hub says that the session has run out while the dashboard is open, as on a wall. */
export const sessionEnds = new EventTarget();

export function createSessionClient(url: string, fetchInstead?: typeof fetch): Client {
  return createHubClient({
    url,
    clientName: 'dashboard',
    onUnauthenticated: () => sessionEnds.dispatchEvent(new Event('end')),
    ...(fetchInstead ? { fetch: fetchInstead } : {}),
  });
}
