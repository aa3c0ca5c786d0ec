import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A wire to a server on this machine that can be cut, mended, and made to lose what comes back. */
export interface TcpProxy {
  port: number;
  /** Breaks every connection, and refuses new ones until mended. */
  cut: () => void;
  mend: () => void;
  /** Lets requests through and drops what is answered, as when a reply is lost on the way. */
  loseReplies: () => void;
  close: () => Promise<void>;
}

/** Opens a wire to a port of this machine. */
export async function openTcpProxy(target: number, host = '127.0.0.1'): Promise<TcpProxy> {
  const sockets = new Set<Socket>();
  let [isCut, losesReplies] = [false, false];
  const keep = (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
    return socket;
  };
  const server = createServer((near) => {
    keep(near);
    if (isCut) return near.destroy();
    const far = keep(connect(target, host));
    near.pipe(far);
    far.on('data', (chunk: Buffer) => void (losesReplies || near.write(chunk)));
    far.on('close', () => near.destroy());
    near.on('close', () => far.destroy());
    return undefined;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const breakAll = () => sockets.forEach((socket) => socket.destroy());
  return {
    port: (server.address() as AddressInfo).port,
    cut: () => {
      isCut = true;
      breakAll();
    },
    mend: () => void (isCut = false),
    loseReplies: () => void (losesReplies = true),
    close: () => {
      breakAll();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
