import { describe, expect, test } from 'vitest';
import { readTask, type TaskName } from './options.ts';

describe('the command line of what is done with a ledger', () => {
  test.each<[TaskName, string[], object]>([
    ['backup', ['a'], { name: 'backup', file: 'a', withFiles: true, withSecrets: false }],
    [
      'backup',
      ['--without-files', 'a', '--with-secrets'],
      { name: 'backup', file: 'a', withFiles: false, withSecrets: true },
    ],
    ['backup', ['--check', 'a'], { name: 'check', file: 'a' }],
    ['restore', ['a'], { name: 'restore', file: 'a' }],
    ['move', ['postgres://u@h/d'], { name: 'move', url: 'postgres://u@h/d' }],
    ['restore', ['--help'], { name: 'help', of: 'restore' }],
  ])('%s %j is understood', (name, args, task) => {
    expect(readTask(name, args)).toEqual(task);
  });

  test.each<[TaskName, string[]]>([
    ['backup', []],
    ['backup', ['a', 'b']],
    ['backup', ['a', '--fast']],
    ['restore', ['a', '--with-secrets']],
    ['move', ['mysql://x/y']],
    ['move', ['postgres://h:x/d']],
  ])('%s %j is refused', (name, args) => {
    expect(() => readTask(name, args)).toThrow(`npm run ${name} -- --help`);
  });
});
