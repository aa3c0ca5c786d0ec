import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { lockFolder, readFolderHolder } from './lock-folder.ts';

describe('the lock of a data folder', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'taizhang-lock-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test('says who holds it and where that hub listens, until it is given back', () => {
    const lock = lockFolder(folder);
    lock.announce('http://127.0.0.1:4000');
    expect(readFolderHolder(folder)).toEqual({ pid: process.pid, url: 'http://127.0.0.1:4000' });
    lock.release();
    expect(readFolderHolder(folder)).toBeNull();
    expect(readdirSync(folder)).toEqual([]);
  });

  test('is refused while another process lives that holds it', () => {
    writeFileSync(join(folder, 'hub.lock'), JSON.stringify({ pid: process.ppid }));
    expect(() => lockFolder(folder)).toThrow(new RegExp(`${process.ppid}`));
  });

  test('left by a dead process does not count', () => {
    writeFileSync(join(folder, 'hub.lock'), JSON.stringify({ pid: 2 ** 22 + 12345 }));
    expect(readFolderHolder(folder)).toBeNull();
    lockFolder(folder).release();
  });

  test('cannot be taken where a file stands in the folder’s place', () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    expect(() => lockFolder(file)).toThrow(/ \/ /);
  });
});
