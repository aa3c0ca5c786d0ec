import { createHmac, timingSafeEqual } from 'node:crypto';

const VALID_MS = 5 * 60_000;

/** Makes and checks short-lived links to evidence, signed with a secret of the hub, each for one caller. */
export function fileLinks(secret: string) {
  const sign = (id: string, expires: number, callerKey: string) =>
    createHmac('sha256', secret).update(`${id} ${expires} ${callerKey}`).digest('base64url');
  return {
    /** A path by which this caller, and nobody else, downloads a piece of evidence for some minutes. */
    link(evidenceId: string, callerKey: string, now: Date): string {
      const expires = now.getTime() + VALID_MS;
      return `/files/${evidenceId}?expires=${expires}&signature=${sign(evidenceId, expires, callerKey)}`;
    },
    /** Whether a link is one of ours, of this caller, and still valid. */
    isValid(evidenceId: string, callerKey: string, query: URLSearchParams, now: Date): boolean {
      const expires = Number(query.get('expires'));
      const given = Buffer.from(query.get('signature') ?? '');
      const right = Buffer.from(sign(evidenceId, expires, callerKey));
      return (
        expires > now.getTime() && given.length === right.length && timingSafeEqual(given, right)
      );
    },
  };
}
export type Links = ReturnType<typeof fileLinks>;
