import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';

/** Where the hub is reached, and through whom. */
export interface TransportSettings {
  /** The address that people type, without a slash at its end; null: where the hub listens. */
  publicUrl: string | null;
  /** The proxies whose X-Forwarded-For and -Proto are believed. */
  trustedProxies: readonly string[];
}

/** What is believed of where a request comes from. */
export interface TrustedTransport {
  /** The client's network address: the socket's, or what a trusted proxy says. */
  addressOf: (req: IncomingMessage) => string | null;
  /** Whether an address is one of the proxies, through whom everybody comes. */
  isProxy: (address: string) => boolean;
  /** Whether the browser speaks HTTPS, so that cookies may be kept to it. */
  isSecure: (req: IncomingMessage) => boolean;
  /** Whether a page of another site sent the request. */
  isForeign: (req: IncomingMessage) => boolean;
}

/** Believes forwarding headers of the proxies named, and of nobody else: anybody can write them. */
export function trustedTransport({
  publicUrl,
  trustedProxies,
}: TransportSettings): TrustedTransport {
  const proxies = addressList(trustedProxies);
  const isProxy = (address: string) =>
    isIP(address) !== 0 && proxies.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
  const socketAddress = ({ socket }: IncomingMessage) =>
    socket.remoteAddress ? plain(socket.remoteAddress) : null;
  const fromProxy = (req: IncomingMessage, header: string) => {
    const address = socketAddress(req);
    const value = req.headers[header];
    return address && isProxy(address) && typeof value === 'string' ? value : null;
  };

  return {
    addressOf(req) {
      const forwarded = fromProxy(req, 'x-forwarded-for');
      // From the right, where trusted proxies wrote; further left is what the client claims.
      const hops = (forwarded?.split(',') ?? []).map((hop) => plain(hop.trim())).reverse();
      const client = hops.find((hop) => !isProxy(hop));
      return client && isIP(client) ? client : socketAddress(req);
    },
    isProxy: (address) => isProxy(plain(address)),
    isSecure: (req) =>
      'encrypted' in req.socket ||
      fromProxy(req, 'x-forwarded-proto') === 'https' ||
      (publicUrl?.startsWith('https:') ?? false),
    isForeign(req) {
      const { origin, host } = req.headers;
      if (req.headers['sec-fetch-site'] === 'cross-site') return true;
      if (!origin || origin === publicUrl) return false;
      const own = [host, fromProxy(req, 'x-forwarded-host')];
      return !URL.canParse(origin) || !own.includes(new URL(origin).host);
    },
  };
}

/** A list of addresses and networks to look addresses up in. @throws for what is neither */
export function addressList(entries: readonly string[]): BlockList {
  const list = new BlockList();
  for (const entry of entries) {
    const [address = '', bits] = entry.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (bits === undefined) list.addAddress(address, family);
    else if (/^\d{1,3}$/.test(bits)) list.addSubnet(address, Number(bits), family);
    else throw new Error(`${entry} is no network`);
  }
  return list;
}

/**
 * What counts as one address: of IPv6 the network of 64 bits, in which one client may take as many
 * addresses as it likes.
 */
export function rangeOf(address: string | null): string {
  const known = plain(address ?? '');
  if (isIP(known) !== 6) return known;
  const [front = '', back] = known.replace(/%.*$/, '').split('::');
  const groups = (part: string) => (part ? part.split(':') : []);
  const [before, after] = [groups(front), groups(back ?? '')];
  // An IPv4 address at the end stands for two groups.
  const given = before.length + after.length + (known.includes('.') ? 1 : 0);
  const whole = [...before, ...Array<string>(Math.max(0, 8 - given)).fill('0'), ...after];
  return `${whole
    .slice(0, 4)
    .map((group) => parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}

/** An IPv4 address as such, also where it came in the clothes of IPv6. */
const plain = (address: string) => address.replace(/^::ffff:(?=\d+\.)/i, '');
