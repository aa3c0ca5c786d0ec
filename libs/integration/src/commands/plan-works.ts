import { DOCUMENT_EVENTS, DOCUMENT_LIFE_CYCLE } from '@taizhang/documents/rules';
import {
  createStep,
  newKey,
  type DocumentActionKind,
  type DocumentStatus,
  type RowStep,
} from '@taizhang/platform';
import { TRAINING_LIFE_CYCLE } from '@taizhang/trainings/rules';
import type { ParsedNotice } from '../notice/parsing/index.ts';
import { INTEGRATION_EVENTS, type NoticeChange } from '../rules/index.ts';
import { pathKey, spanColumns, type Target } from './plan-target.ts';

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

const placeColumns = ({ rows }: Target, path: readonly number[]) => ({
  itemId: path.length >= 2 ? (rows.get(pathKey(path.slice(0, 2)))?.id ?? null) : null,
  measureId: path.length >= 3 ? (rows.get(pathKey(path))?.id ?? null) : null,
});

/** New documents, and what the notice says was done with them and with old ones. */
export function planDocuments(
  target: Target,
  notice: ParsedNotice,
  changes: readonly NoticeChange[],
): RowStep[] {
  const created = new Set(changes.map(({ key }) => key));
  return notice.documents.flatMap(({ title, action, mentions }) => {
    const news = mentions.filter((mention) =>
      created.has(`${title} ${mention.action} ${pathKey(mention.itemPath)}`),
    );
    if (!news.length) return [];
    const held = target.documents.get(title);
    const documentId = held?.id ?? newKey();
    const document = createStep(INTEGRATION_EVENTS.DOCUMENT_IMPORTED, {
      id: documentId,
      title,
      organizationId: target.organizationId,
      ...DOCUMENT_LIFE_CYCLE.bornBy(
        INTEGRATION_EVENTS.DOCUMENT_IMPORTED,
        REPORTED_STATUS[action] ?? null,
      ),
      statusIsReported: action !== 'MENTION',
      provenance: 'NOTICE',
    });
    const distinct = new Map(
      news.map((mention) => [`${mention.action} ${pathKey(mention.itemPath)}`, mention]),
    );
    const actions = [...distinct.values()].map((mention) =>
      createStep(DOCUMENT_EVENTS.DOCUMENT_ACTION_RECORDED, {
        id: newKey(),
        documentId,
        action: mention.action as DocumentActionKind,
        ...placeColumns(target, mention.itemPath),
        provenance: 'NOTICE',
        sourceStart: mention.source.start,
        sourceEnd: mention.source.end,
      }),
    );
    return held ? actions : [document, ...actions];
  });
}

/** New trainings and meetings. */
export function planTrainings(
  target: Target,
  notice: ParsedNotice,
  changes: readonly NoticeChange[],
): RowStep[] {
  const said = new Map(
    notice.trainings.map((training) => [
      `${training.kind} ${training.direction} ${pathKey(training.itemPath)} ${training.topic}`,
      training,
    ]),
  );
  return changes.map((change) => {
    const training = said.get(change.key)!;
    return createStep(INTEGRATION_EVENTS.TRAINING_IMPORTED, {
      id: newKey(),
      kind: training.kind,
      direction: training.direction,
      topic: training.topic,
      ...TRAINING_LIFE_CYCLE.bornBy(INTEGRATION_EVENTS.TRAINING_IMPORTED),
      organizationId: target.organizationId,
      ...placeColumns(target, training.itemPath),
      statedSessions: training.sessions,
      statedAttendances: training.attendances,
      statedHours: training.hours,
      provenance: 'NOTICE',
      ...spanColumns(change),
    });
  });
}
