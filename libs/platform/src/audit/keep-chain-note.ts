import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from '../database/open-database.ts';
import { readChainNote, renewIfRestored, type ChainNote } from './log-generation.ts';

const MINUTE_MS = 60_000;
const FILE = 'chain.json';

interface Means {
  now: () => Date;
  onRestored: (found: { noted: ChainNote; generation: string }) => void;
  onError: (error: unknown) => void;
}

/**
 * Notes in the data folder how far the log has come, at the start, every minute and at the stop. A start that
 * finds the log behind its note, or another than noted, gives it a new generation: the database was put back.
 */
export async function keepChainNote(
  db: Database,
  dataDir: string,
  { now, onRestored, onError }: Means,
): Promise<{ restoredTo: number | null; stop: () => Promise<void> }> {
  const noted = readNote(join(dataDir, FILE));
  const renewal = noted && (await renewIfRestored(db, noted, now()));
  if (renewal) onRestored({ noted, generation: renewal.generation });
  const write = async () => writeChainNote(dataDir, await readChainNote(db));
  await write();
  const timer = setInterval(() => void write().catch(onError), MINUTE_MS).unref();
  return {
    restoredTo: renewal?.restoredTo ?? null,
    stop: async () => {
      clearInterval(timer);
      await write().catch(onError);
    },
  };
}

/**
 * Says beforehand that the database of a data folder was put back, so that the next start takes it for that.
 *
 * @returns false where nothing was ever noted.
 */
export function announceRestore(dataDir: string): boolean {
  const noted = readNote(join(dataDir, FILE));
  if (noted) writeChainNote(dataDir, { ...noted, isRestored: true });
  return noted !== null;
}

/** Null where there is none, or none that can be read: then nothing is known of before. */
function readNote(file: string): ChainNote | null {
  try {
    const note = JSON.parse(readFileSync(file, 'utf8')) as Partial<ChainNote>;
    const { generation, position, linkHash } = note;
    const isWhole = generation && linkHash && Number.isSafeInteger(position);
    return isWhole ? (note as ChainNote) : null;
  } catch {
    return null;
  }
}

/** Notes in a data folder how far the log has come: written beside and renamed, so that one cut short leaves the one before. */
export function writeChainNote(dataDir: string, note: ChainNote): void {
  const file = join(dataDir, FILE);
  const unfinished = `${file}.unfinished`;
  writeFileSync(unfinished, JSON.stringify(note));
  renameSync(unfinished, file);
}
