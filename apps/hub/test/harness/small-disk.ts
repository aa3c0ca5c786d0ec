import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A disk of a size of its own, mounted at a folder. */
export interface SmallDisk {
  folder: string;
  /** Takes all the room that is left. */
  fill: () => void;
  /** Gives it back. */
  makeRoom: () => void;
  /** Gives the disk another size. */
  grow: (size: string) => void;
  remove: () => void;
}

const mount = (folder: string, options: string) =>
  spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder], { encoding: 'utf8' });

/** Mounts a small disk, which only root may. @throws Error with what `mount` said. */
export function mountSmallDisk(options: string): SmallDisk {
  const folder = mkdtempSync(join(tmpdir(), 'taizhang-disk-'));
  const { status, stderr, error } = mount(folder, options);
  if (status !== 0) {
    rmSync(folder, { recursive: true });
    throw error ?? new Error(stderr);
  }
  const filling = join(folder, 'filling');
  return {
    folder,
    fill() {
      const { bavail, bsize } = statfsSync(folder);
      writeFileSync(filling, Buffer.alloc(bavail * bsize));
    },
    makeRoom: () => rmSync(filling),
    grow: (size) => void mount(folder, `remount,size=${size}`),
    remove() {
      spawnSync('umount', [folder]);
      rmSync(folder, { recursive: true });
    },
  };
}

/** Whether this machine lets its tests mount a disk. */
export function mayMount(): boolean {
  try {
    mountSmallDisk('size=1m').remove();
    return true;
  } catch {
    return false;
  }
}
