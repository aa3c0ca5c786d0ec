import { describe, expect, test } from 'vitest';
import { KnownInSql, Request } from './request.ts';
import { Unsupported } from './unsupported.ts';
import { whereSql } from './where-sql.ts';

const DAY = new Date('2025-03-01T00:00:00Z');

function translated(where: unknown, model = 'RectificationItem') {
  const request = Request.ofNobody();
  return { sql: whereSql(request, model, 't', where), values: request.values };
}

describe('a condition of Prisma as SQL', () => {
  test.each<[object, string | null, unknown[]]>([
    [{}, null, []],
    [{ AND: [{}, { AND: [] }] }, null, []],
    [{ code: 'A' }, 't."code" = $1', ['A']],
    [{ dueOn: null }, 't."dueOn" IS NULL', []],
    [{ dueOn: { not: null } }, 't."dueOn" IS NOT NULL', []],
    [{ dueOn: { lt: DAY } }, 't."dueOn" < $1', [DAY.toISOString()]],
    [{ status: { in: [] } }, 'false', []],
    [{ status: { in: ['CLOSED'] } }, 't."status" = $1', ['CLOSED']],
    [
      { status: { in: ['CLOSED', 'PLANNED'] } },
      't."status" = ANY($1::"ItemStatus"[])',
      [['CLOSED', 'PLANNED']],
    ],
    [
      { filterText: { contains: 'a\\%b', mode: 'insensitive' } },
      't."filterText" ILIKE $1',
      ['%a\\%b%'],
    ],
    [{ OR: [{ code: 'A' }, { ordinal: 1 }] }, '((t."code" = $1) OR (t."ordinal" = $2))', ['A', 1]],
    [{ OR: [] }, 'false', []],
    [{ NOT: { code: 'A' } }, 'NOT (t."code" = $1)', ['A']],
    [
      { round: { code: 'R' } },
      'EXISTS (SELECT FROM "InspectionRound" x0 WHERE x0."id" = t."roundId" AND x0."code" = $1)',
      ['R'],
    ],
    [
      { evidence: { none: { status: 'ACCEPTED' } } },
      'NOT EXISTS (SELECT FROM "Evidence" x0 WHERE x0."itemId" = t."id" AND x0."status" = $1)',
      ['ACCEPTED'],
    ],
    [{ id: new KnownInSql('s0.k0') }, 't."id" = s0.k0', []],
  ])('%j', (where, sql, values) => {
    expect(translated(where)).toEqual({ sql, values });
  });

  test.each<[string, object]>([
    ['a column that is none', { colour: 'red' }],
    ['an operator that nobody taught it', { code: { startsWith: 'A' } }],
    ['a mode without its operator', { code: { mode: 'insensitive' } }],
    ['what is undefined', { code: undefined }],
    ['what is undefined within', { code: { equals: undefined } }],
    ['an empty alternative, which Prisma drops', { OR: [{ code: 'A' }, {}] }],
    ['the contrary of nothing', { NOT: {} }],
    ['a related row under a NOT, where what is unknown counts', { NOT: { round: { code: 'R' } } }],
    ['an optional relation that is asked nothing', { leadLeader: {} }],
    ['every', { evidence: { every: { status: 'ACCEPTED' } } }],
    ['null in a list', { code: { in: ['A', null] } }],
    ['a key made a text', { code: { contains: new KnownInSql('s0.k0') } }],
  ])('refuses %s', (_what, where) => {
    expect(() => translated(where)).toThrow(Unsupported);
  });

  test('keeps a key that only SQL knows from being used as a text', () => {
    expect(() => `${new KnownInSql('s0.k0') as unknown as string}`).toThrow(Unsupported);
  });
});
