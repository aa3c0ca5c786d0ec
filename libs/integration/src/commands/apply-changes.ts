import {
  newKey,
  toDay,
  type DocumentActionKind,
  type DocumentStatus,
  type Prisma,
} from '@taizhang/platform';
import type { ParsedNotice } from '../notice/parsing/index.ts';
import type { NoticeChange } from '../rules/compare-notice.ts';

/** Where the changes go. */
export interface Target {
  tx: Prisma.TransactionClient;
  roundId: string;
  roundCode: string;
  organizationId: string;
  /** Keys by path; grows as areas, items and measures are created. */
  keys: Map<string, string>;
}

const pathKey = (path: readonly number[]) => path.join('.');
const spanColumns = ({ source }: NoticeChange) => ({
  sourceStart: source?.start ?? null,
  sourceEnd: source?.end ?? null,
});

/** Writes what a comparison found: new entries, and the changed words of old ones. Nothing is deleted. */
export async function applyChanges(target: Target, notice: ParsedNotice, changes: NoticeChange[]) {
  const of = (entity: NoticeChange['entity'], kind: NoticeChange['kind']) =>
    changes.filter((change) => change.entity === entity && change.kind === kind);
  await createAreas(target, of('AREA', 'CREATED'));
  await createItems(target, of('ITEM', 'CREATED'), notice);
  await createMeasures(target, of('MEASURE', 'CREATED'));
  await createDocuments(target, of('DOCUMENT', 'CREATED'), notice);
  await createTrainings(target, of('TRAINING', 'CREATED'), notice);
  const { tx, keys } = target;
  const edit = (change: NoticeChange) => ({
    where: { id: keys.get(pathKey(change.path))! },
    version: { increment: 1 },
    words: change.after!,
    spans: spanColumns(change),
  });
  for (const change of of('AREA', 'CHANGED')) {
    const { where, version, words, spans } = edit(change);
    await tx.findingArea.update({ where, data: { title: words, version, ...spans } });
  }
  for (const change of of('ITEM', 'CHANGED')) {
    const { where, version, words, spans } = edit(change);
    await tx.rectificationItem.update({ where, data: { title: words, version, ...spans } });
  }
  for (const change of of('MEASURE', 'CHANGED')) {
    const { where, version, words, spans } = edit(change);
    await tx.correctiveMeasure.update({ where, data: { text: words, version, ...spans } });
  }
}

function named({ keys }: Target, path: readonly number[]): string {
  const key = newKey();
  keys.set(pathKey(path), key);
  return key;
}

async function createAreas(target: Target, changes: NoticeChange[]) {
  await target.tx.findingArea.createMany({
    data: changes.map((change) => ({
      id: named(target, change.path),
      roundId: target.roundId,
      ordinal: change.path[0]!,
      title: change.after!,
      provenance: 'NOTICE',
      ...spanColumns(change),
    })),
  });
}

async function createItems(target: Target, changes: NoticeChange[], notice: ParsedNotice) {
  const stated = new Map(
    notice.areas.flatMap((area) =>
      area.items.map((item) => [pathKey([area.ordinal, item.ordinal]), item.statedStatus]),
    ),
  );
  await target.tx.rectificationItem.createMany({
    data: changes.map((change) => {
      const status = stated.get(pathKey(change.path));
      return {
        id: named(target, change.path),
        code: `${target.roundCode}-${pathKey(change.path)}`,
        roundId: target.roundId,
        areaId: target.keys.get(pathKey(change.path.slice(0, 1)))!,
        ordinal: change.path[1]!,
        organizationId: target.organizationId,
        title: change.after!,
        provenance: 'NOTICE' as const,
        // What the notice says of itself is kept as its word, never as the ledger's status.
        provenanceNote: status ? `通报自述：${status} / the notice says: ${status}` : null,
        ...spanColumns(change),
      };
    }),
  });
}

async function createMeasures(target: Target, changes: NoticeChange[]) {
  await target.tx.correctiveMeasure.createMany({
    data: changes.map((change) => ({
      id: named(target, change.path),
      itemId: target.keys.get(pathKey(change.path.slice(0, 2)))!,
      ordinal: change.path[2]!,
      text: change.after!,
      provenance: 'NOTICE',
      ...spanColumns(change),
    })),
  });
}

/** The state that a notice reports by what it says was done; a mention reports none. */
const REPORTED_STATUS: Record<string, DocumentStatus | null> = {
  REVISE: 'APPROVED',
  ESTABLISH: 'APPROVED',
  ISSUE: 'ISSUED',
  DRAFT: 'DRAFTING',
  REPEAL: 'REPEALED',
  BEGIN_REVISION: 'UNDER_REVISION',
  MENTION: null,
};

const placeColumns = ({ keys }: Target, path: readonly number[]) => ({
  itemId: path.length >= 2 ? (keys.get(pathKey(path.slice(0, 2))) ?? null) : null,
  measureId: path.length >= 3 ? (keys.get(pathKey(path)) ?? null) : null,
});

async function createDocuments(target: Target, changes: NoticeChange[], notice: ParsedNotice) {
  const { tx, organizationId } = target;
  const created = new Set(changes.map(({ key }) => key));
  for (const { title, action, mentions } of notice.documents) {
    const news = mentions.filter((mention) =>
      created.has(`${title} ${mention.action} ${pathKey(mention.itemPath)}`),
    );
    if (!news.length) continue;
    const document = await tx.institutionalDocument.upsert({
      where: { organizationId_title: { organizationId, title } },
      create: {
        title,
        organizationId,
        status: REPORTED_STATUS[action] ?? null,
        statusIsReported: action !== 'MENTION',
        provenance: 'NOTICE',
      },
      update: {},
    });
    const distinct = new Map(
      news.map((mention) => [`${mention.action} ${pathKey(mention.itemPath)}`, mention]),
    );
    await tx.documentAction.createMany({
      data: [...distinct.values()].map((mention) => ({
        documentId: document.id,
        action: mention.action as DocumentActionKind,
        ...placeColumns(target, mention.itemPath),
        provenance: 'NOTICE' as const,
        sourceStart: mention.source.start,
        sourceEnd: mention.source.end,
      })),
    });
  }
}

async function createTrainings(target: Target, changes: NoticeChange[], notice: ParsedNotice) {
  const said = new Map(
    notice.trainings.map((training) => [
      `${training.kind} ${training.direction} ${pathKey(training.itemPath)} ${training.topic}`,
      training,
    ]),
  );
  await target.tx.training.createMany({
    data: changes.map((change) => {
      const training = said.get(change.key)!;
      return {
        kind: training.kind,
        direction: training.direction,
        topic: training.topic,
        status: 'HELD' as const,
        organizationId: target.organizationId,
        ...placeColumns(target, training.itemPath),
        statedSessions: training.sessions,
        statedAttendances: training.attendances,
        statedHours: training.hours,
        provenance: 'NOTICE' as const,
        ...spanColumns(change),
      };
    }),
  });
}

/** The columns of a round that a notice can state. */
export const roundColumns = (facts: {
  inspectionTeam: string | null;
  inspectedFrom: string | null;
  inspectedTo: string | null;
  feedbackOn: string | null;
}) => ({
  inspectionTeam: facts.inspectionTeam,
  inspectedFrom: toDay(facts.inspectedFrom) ?? null,
  inspectedTo: toDay(facts.inspectedTo) ?? null,
  feedbackOn: toDay(facts.feedbackOn) ?? null,
});
