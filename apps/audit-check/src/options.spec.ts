import { describe, expect, test } from 'vitest';
import { describeCheck, isSound, type LogCheck } from './describe-check.ts';
import { CommandError, readOptions } from './options.ts';

const HASH = 'a1'.repeat(32);

describe('the command line of the check', () => {
  test('takes an end of the chain noted before', () => {
    expect(readOptions(['--json', '--noted', `12:${HASH}`])).toEqual({
      json: true,
      noted: { position: 12, hash: HASH },
      url: null,
      token: null,
    });
  });

  test('answers a call for help with none', () => {
    expect(readOptions(['--help'])).toBeNull();
  });

  test.each([
    ['a word too many', ['now']],
    ['an unknown option', ['--force']],
    ['an end without its hash', ['--noted', '12']],
    ['a token without a URL', ['--token', 't']],
  ])('refuses %s in one line of both languages', (_title, args) => {
    expect(() => readOptions(args)).toThrow(CommandError);
    expect(() => readOptions(args)).toThrow(/^[^\n]*[一-鿿][^\n]* \/ [^\n]*[a-zA-Z][^\n]*$/);
  });
});

const check = { endPosition: 12, endHash: HASH } as const;
const rows = { checked: 30, differences: [] };
const anchors = { checked: 3, anchoredTo: 12, firstBad: null };

test('a whole chain is told with the end to note', () => {
  const whole = {
    ...check,
    rows,
    anchors,
    state: 'WHOLE',
    checkedThrough: 12,
    firstBad: null,
  } as const;
  expect(isSound(whole)).toBe(true);
  const text = describeCheck(whole);
  expect(text).toContain(`12:${HASH}`);
});

test('a broken chain is told by its first bad row', () => {
  const broken: LogCheck = {
    ...check,
    rows,
    anchors,
    state: 'BROKEN',
    checkedThrough: 4,
    firstBad: {
      fault: 'CONTENT_CHANGED',
      position: 5,
      eventId: '7',
      message: '事件内容被改动 / The event is not what was written',
    },
  };
  expect(isSound(broken)).toBe(false);
  const text = describeCheck(broken);
  expect(text).toContain('第 5 环，事件 event 7（CONTENT_CHANGED）');
});

test('records that are not what their events say are told by name', () => {
  const row: LogCheck['rows']['differences'][number] = {
    recordId: 'Person_x',
    fault: 'ROW_CHANGED',
    columns: ['email'],
    message: '记录与其事件不符 / The record is not what its events say',
  };
  const differences = Array.from({ length: 25 }, () => row);
  const found: LogCheck = {
    ...check,
    ...{ state: 'WHOLE', checkedThrough: 12, firstBad: null },
    rows: { checked: 30, differences },
    anchors,
  };
  expect(isSound(found)).toBe(false);
  const text = describeCheck(found);
  expect(text).toContain('25 of 30 records');
  expect(text.match(/Person_x（ROW_CHANGED email）/g)).toHaveLength(20);
});

test('an anchor that the chain contradicts is told by its line', () => {
  const contradicted = {
    fault: 'ANCHOR_CONTRADICTED',
    line: 3,
    position: 9,
    message: '链与锚点不符 / The chain no longer holds what was anchored',
  } as const;
  const found: LogCheck = {
    ...check,
    ...{ rows, state: 'WHOLE', checkedThrough: 12, firstBad: null },
    anchors: { ...anchors, checked: 2, firstBad: contradicted },
  };
  expect(isSound(found)).toBe(false);
  expect(describeCheck(found)).toContain('line 3 of the anchors; the 2 before it agree');
});
