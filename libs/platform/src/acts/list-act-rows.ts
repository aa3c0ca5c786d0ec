import { encodeRecordId } from '../schema/record-id.ts';
import type { Database } from '../database/open-database.ts';
import { bilingual, neutralise, PLATFORM_EVENTS, type BilingualText } from '../rules/index.ts';
import { tableOf } from '../changes/table-of.ts';
import type { ActFacts } from './refuse-act.ts';
import type { ActResult, RefusedRow } from './row-step.type.ts';
import { labelOf } from './write-steps.ts';

/** Marks the file as UTF-8: spreadsheets would take Chinese for something else without it. */
const MARK = '\uFEFF';

const HEADINGS: readonly BilingualText[] = [
  bilingual('结果', 'Outcome'),
  bilingual('记录类型', 'Record type'),
  bilingual('记录 ID', 'Record id'),
  bilingual('名称', 'Name'),
  bilingual('事件', 'Event'),
  bilingual('时间', 'At'),
  bilingual('原因', 'Reason'),
];

const OUTCOMES = {
  CREATE: bilingual('新增', 'Created'),
  CHANGE: bilingual('改动', 'Changed'),
  REMOVE: bilingual('删除', 'Removed'),
} as const;
const LEFT = bilingual('未写入', 'Left as it is');

/** As many events as are read at once. */
const PAGE = 1_000;

/** What came of an act as lines of CSV: each row that its events tell of, in their order, then those that were left. */
export async function* listActRows(db: Database, act: ActFacts): AsyncGenerator<string> {
  yield MARK + lineOf(HEADINGS);
  for (let after: bigint | null = 0n; after !== null;) {
    const events = await pageOfEvents(db, act.id, after);
    const names = await namesOf(db, events);
    yield events
      .map(({ type, operation, subjectType, subjectId, occurredAt }) =>
        lineOf([
          OUTCOMES[operation!],
          subjectType,
          encodeRecordId(subjectType, subjectId!),
          names.get(subjectId!) ?? '',
          type,
          occurredAt.toISOString(),
          '',
        ]),
      )
      .join('');
    after = events.length < PAGE ? null : events.at(-1)!.id;
  }
  for (const { subject, label, reason } of await refusedOf(db, act.id))
    yield lineOf([LEFT, subject, '', label, '', '', reason]);
  const { left } = (act.result ?? { left: [] }) as unknown as Pick<ActResult, 'left'>;
  for (const { subject, id, label, reason } of left)
    yield lineOf([LEFT, subject, encodeRecordId(subject, id), label ?? '', '', '', reason]);
}

/** Read by itself: what the act still has to do stands beside it, and may be long. */
async function refusedOf(db: Database, id: string): Promise<readonly RefusedRow[]> {
  const [found] = await db.$queryRaw<{ refused: RefusedRow[] | null }[]>`
    SELECT "data" -> 'refused' AS "refused" FROM "Act" WHERE "id" = ${id}::uuid`;
  return found?.refused ?? [];
}

const pageOfEvents = (db: Database, actId: string, after: bigint) =>
  db.event.findMany({
    where: {
      actId,
      id: { gt: after },
      operation: { not: null },
      type: { not: PLATFORM_EVENTS.SIGHT_MOVED.type },
    },
    orderBy: { id: 'asc' },
    take: PAGE,
    select: {
      id: true,
      type: true,
      operation: true,
      subjectType: true,
      subjectId: true,
      occurredAt: true,
      after: true,
    },
  });

/** What people call the rows: as the event says where it does, else as they are stored now. */
async function namesOf(db: Database, events: Awaited<ReturnType<typeof pageOfEvents>>) {
  const names = new Map<string, string>();
  const unnamed = new Map<string, string[]>();
  for (const { subjectType, subjectId, after } of events) {
    const told = labelOf((after ?? {}) as Record<string, unknown>);
    if (told) names.set(subjectId!, told);
    else unnamed.set(subjectType, [...(unnamed.get(subjectType) ?? []), subjectId!]);
  }
  for (const [model, ids] of unnamed)
    for (const row of await tableOf(db, model).findMany({ where: { id: { in: ids } } }))
      names.set(String(row['id']), labelOf(row) ?? '');
  return names;
}

const lineOf = (cells: readonly string[]) => `${cells.map(cellOf).join(',')}\r\n`;

const cellOf = (text: string) => `"${neutralise(text).replaceAll('"', '""')}"`;
