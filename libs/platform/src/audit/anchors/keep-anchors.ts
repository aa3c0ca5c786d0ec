import { writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from '../../database/open-database.ts';
import { openAnchorKey, printAnchor, readAnchor, sha256, type SignedAnchor } from './anchor.ts';
import { appendLine, dropTornLine, lastLine } from './anchor-file.ts';
import { checkAnchors, type AnchorsCheck } from './check-anchors.ts';
import type { Stamper } from './time-stamp.ts';

/** Somewhere outside the database that anchors are sent to. */
export interface AnchorPlace {
  /** For whoever runs the hub; no secrets in it. */
  name: string;
  put: (anchor: SignedAnchor, line: string) => Promise<void>;
}

/** How the last anchors reached a place. */
export interface PlaceState {
  name: string;
  /** When the last one did; null: none yet. */
  lastAt: string | null;
  /** What went wrong with the last one; null: nothing. */
  error: string | null;
}

export interface AnchorSettings {
  /** Where the file of anchors is: best on another disk or machine than the database. */
  folder: string;
  keyFile: string;
  places: readonly AnchorPlace[];
  /** Null: anchors are not stamped. */
  stamper: Stamper | null;
  everyMinutes: number;
}

/** The anchors of a hub. */
export interface Anchors {
  /** Anchors the end of the chain now, where it has moved or a place lacks the last anchor. */
  anchor: () => Promise<void>;
  /** Compares the chain with all anchors of this hub. */
  check: () => Promise<AnchorsCheck>;
  stop: () => Promise<void>;
}

const FILE = 'anchors.jsonl';
const PUBLIC_KEY = 'anchor.pub.pem';

interface Means {
  now: () => Date;
  /** Up to which link an announced restore had put the log back before this start. */
  restoredTo?: number | null;
  onError: (place: string, error: unknown) => void;
}

/**
 * Writes down ends of the chain where whoever changes the database does not reach, signed by a key that is not in it: at the
 * start, every few minutes while the chain moves, and at the stop. A place that fails is tried again with the next one, which
 * covers everything before it.
 */
export async function keepAnchors(
  db: Database,
  { folder, keyFile, places, stamper, everyMinutes }: AnchorSettings,
  { now, restoredTo = null, onError }: Means,
): Promise<Anchors> {
  const key = openAnchorKey(keyFile);
  const file = join(folder, FILE);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  writeFileSync(join(folder, PUBLIC_KEY), key.publicPem);
  dropTornLine(file);
  let last = await lastLine(file);
  let toTell = restoredTo;
  const states = new Map<string, PlaceState>();
  const reached = (name: string) =>
    void states.set(name, { name, lastAt: now().toISOString(), error: null });
  const failed = (name: string, error: unknown) => {
    onError(name, error);
    const { lastAt = null } = states.get(name) ?? {};
    states.set(name, { name, lastAt, error: reasonOf(error) });
  };
  const send = (name: string, run: () => Promise<unknown>) =>
    run().then(
      () => reached(name),
      (error: unknown) => failed(name, error),
    );

  /** Makes the next anchor and keeps it in the file. */
  async function makeAnchor(): Promise<{ anchor: SignedAnchor; line: string }> {
    const { generation, position, linkHash } = await db.eventChain.findFirstOrThrow();
    const anchor = key.sign({
      at: now().toISOString(),
      generation,
      position: Number(position),
      linkHash,
      previous: last && sha256(last),
      ...(toTell !== null && { restoredTo: toTell }),
    });
    if (stamper)
      await send('time stamp', async () => {
        anchor.stamp = (await stamper(anchor.signature)).toString('base64');
      });
    const line = printAnchor(anchor);
    await appendLine(file, line);
    last = line;
    toTell = null;
    return { anchor, line };
  }

  async function anchor() {
    const { position, linkHash } = await db.eventChain.findFirstOrThrow();
    const before = last ? readAnchor(last) : null;
    const isSame = before?.position === Number(position) && before.linkHash === linkHash;
    const isWhole = [...states.values()].every(({ error }) => error === null);
    if (isSame && toTell === null && isWhole && states.size) return;
    const made =
      isSame && toTell === null && last && (before.stamp || !stamper)
        ? { anchor: before, line: last }
        : await makeAnchor();
    reached('file');
    for (const place of places) await send(place.name, () => place.put(made.anchor, made.line));
    await db.logWatch.updateMany({
      data: {
        anchoredAt: new Date(made.anchor.at),
        anchoredTo: made.anchor.position,
        places: [...states.values()] as unknown as object[],
      },
    });
  }

  let working: Promise<unknown> = Promise.resolve();
  /** One after the other: each says which was before it. */
  const next = () =>
    (working = working.then(anchor).catch((error: unknown) => failed('file', error)));
  await next();
  const timer = setInterval(() => void next(), everyMinutes * 60_000).unref();
  return {
    anchor: async () => void (await next()),
    check: () => checkAnchors(db, file, key),
    stop: async () => {
      clearInterval(timer);
      await next();
    },
  };
}

/** What went wrong in a line that holds no more than a name and a number: messages may hold addresses with passwords. */
function reasonOf(error: unknown): string {
  const { code, name, message } = error as { code?: unknown; name?: string; message?: string };
  return typeof code === 'string'
    ? code
    : (message ?? name ?? 'unknown').split('\n')[0]!.slice(0, 200);
}
