import type { Database } from '../../database/open-database.ts';
import { readAnchor, sha256, type AnchorKey, type SignedAnchor } from './anchor.ts';
import { readLines } from './anchor-file.ts';

/** How many anchors one statement compares. */
const BATCH = 500;

export const ANCHOR_FAULTS = [
  'ANCHOR_UNREADABLE',
  'ANCHOR_FORGED',
  'ANCHOR_MISSING',
  'ANCHOR_CONTRADICTED',
] as const;

/** An anchor that is not what was written, or that the chain is not. */
export interface BadAnchor {
  fault: (typeof ANCHOR_FAULTS)[number];
  /** Of the line in the file, from 1. */
  line: number;
  /** The place in the chain; null where the line cannot be read. */
  position: number | null;
}

export interface AnchorsCheck {
  checked: number;
  firstBad: BadAnchor | null;
  /** Up to which link the last of them speaks. */
  anchoredTo: number | null;
}

interface Line {
  line: number;
  anchor: SignedAnchor;
}

/**
 * Compares the chain with every anchor in a file: each is signed by the key, follows the one before it, and names a link that
 * is there still. Where a ledger was put back, anchors of before count as far as what was put back reaches: only a restore that was
 * announced and stands in the anchors does that.
 */
export async function checkAnchors(
  db: Database,
  file: string,
  key: AnchorKey,
): Promise<AnchorsCheck> {
  const restores = await readRestores(file, key);
  let previous: string | null = null;
  let checked = 0;
  let anchoredTo: number | null = null;
  let batch: Line[] = [];
  const bad = (firstBad: BadAnchor): AnchorsCheck => ({ checked, firstBad, anchoredTo });
  for await (const text of readLines(file)) {
    const line = checked + batch.length + 1;
    const anchor = readAnchor(text);
    if (!anchor) return bad({ fault: 'ANCHOR_UNREADABLE', line, position: null });
    const { position } = anchor;
    if (!key.isOwn(anchor)) return bad({ fault: 'ANCHOR_FORGED', line, position });
    if (anchor.previous !== previous) return bad({ fault: 'ANCHOR_MISSING', line, position });
    previous = sha256(text);
    anchoredTo = position;
    batch.push({ line, anchor });
    if (batch.length < BATCH) continue;
    const found = await findContradicted(db, batch, restores);
    if (found) return bad(found);
    checked += batch.length;
    batch = [];
  }
  const found = await findContradicted(db, batch, restores);
  checked += found ? 0 : batch.length;
  return { checked, firstBad: found, anchoredTo };
}

async function findContradicted(
  db: Database,
  lines: readonly Line[],
  restores: readonly Restore[],
): Promise<BadAnchor | null> {
  const positions = lines.map(({ anchor }) => BigInt(anchor.position));
  const links = await db.eventLink.findMany({
    where: { position: { in: positions } },
    select: { position: true, linkHash: true },
  });
  const hashes = new Map(links.map(({ position, linkHash }) => [Number(position), linkHash]));
  const found = lines.find(
    (line) =>
      hashes.get(line.anchor.position) !== line.anchor.linkHash && !isPutBack(line, restores),
  );
  if (!found) return null;
  return {
    fault: 'ANCHOR_CONTRADICTED',
    line: found.line,
    position: found.anchor.position,
  };
}

/** Restores that were announced, as the anchors themselves say it: whoever has the database alone cannot. */
interface Restore {
  line: number;
  restoredTo: number;
}

/** Whether a later restore put the ledger back to before what an anchor saw. */
const isPutBack = ({ line, anchor: { position } }: Line, restores: readonly Restore[]) =>
  restores.some((restore) => restore.line > line && position > restore.restoredTo);

async function readRestores(file: string, key: AnchorKey): Promise<Restore[]> {
  const restores: Restore[] = [];
  let line = 0;
  for await (const text of readLines(file)) {
    line += 1;
    const anchor = readAnchor(text);
    if (anchor?.restoredTo !== undefined && key.isOwn(anchor))
      restores.push({ line, restoredTo: anchor.restoredTo });
  }
  return restores;
}
