import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/** How many connections one address may hold open. */
export interface ConnectionLimit {
  /** 0: any number. */
  perAddress: number;
  /** Under what an address is counted; null: it is not. */
  keyOf: (address: string) => string | null;
}

/** Hangs up on further connections of an address that holds too many: what is sent slowly, or not at all, costs memory meanwhile. */
export function limitConnections(server: Server, { perAddress, keyOf }: ConnectionLimit): void {
  if (!perAddress) return;
  const open = new Map<string, number>();
  server.prependListener('connection', (socket: Socket) => {
    const key = keyOf(socket.remoteAddress ?? '');
    if (key === null) return;
    const others = open.get(key) ?? 0;
    if (others >= perAddress) {
      socket.destroy();
      return;
    }
    open.set(key, others + 1);
    socket.once('close', () => {
      const left = (open.get(key) ?? 1) - 1;
      if (left) open.set(key, left);
      else open.delete(key);
    });
  });
}
