import { visibleDocuments } from '@taizhang/documents/visibility';
import {
  fromDay,
  NotFoundError,
  stepCommands,
  ValidationError,
  type CommandScope,
  type NewRow,
  type Row,
} from '@taizhang/platform';
import { bilingual, todayInShanghai, type BilingualText } from '@taizhang/platform/rules';
import { visibleItems } from '@taizhang/rectification/visibility';
import { visibleTrainings } from '@taizhang/trainings/visibility';
import { MECHANISM_EVENTS, OCCURRENCE_LIFE_CYCLE } from '../rules/index.ts';
import { loadOccurrence } from './load-mechanism.ts';

interface Completion {
  doneOn: string;
  note?: string | null;
  trainingIds?: string[] | null;
  documentIds?: string[] | null;
  evidenceIds?: string[] | null;
}
type Found = Awaited<ReturnType<typeof loadOccurrence>>;

/** The steps of an occurrence. */
export const occurrenceSteps = stepCommands(OCCURRENCE_LIFE_CYCLE, {
  load: loadOccurrence,
  before: {
    completeOccurrence: async (scope, found: Found, fields: Completion) => {
      refuseDay(scope, found.row, fields.doneOn);
      await addProofs(scope, found, fields);
    },
    explainMissedOccurrence: (scope, { row }: Found, { doneOn }: { doneOn?: string | null }) => {
      if (doneOn && (doneOn > todayInShanghai(scope.now) || doneOn < fromDay(row.opensOn)!))
        throw wrong('doneOn', NOT_AHEAD);
    },
    moveOccurrence: (scope, _found: Found, { dueOn }: { dueOn: string }) => {
      if (dueOn < todayInShanghai(scope.now)) throw wrong('dueOn', NOT_THE_PAST);
    },
  },
});

/** What counts is done within its time, and not ahead. @throws ValidationError */
function refuseDay({ now }: CommandScope, row: Row<'MechanismOccurrence'>, doneOn: string) {
  if (doneOn > todayInShanghai(now)) throw wrong('doneOn', NOT_AHEAD);
  const [opensOn, graceEndsOn] = [fromDay(row.opensOn)!, fromDay(row.graceEndsOn)!];
  if (doneOn < opensOn)
    throw wrong(
      'doneOn',
      bilingual(`本次自 ${opensOn} 起计`, `What counts for it is done from ${opensOn} on`),
    );
  if (doneOn > graceEndsOn)
    throw wrong(
      'doneOn',
      bilingual(
        `已过最后期限 ${graceEndsOn}，记为未做：请改用“说明原因”并填补做日期`,
        `Its last day was ${graceEndsOn}: it is missed. Say why, and when it was made up for`,
      ),
    );
}

/** Writes down what shows it; each record must be the caller's to see. @throws NotFoundError, ValidationError */
async function addProofs(scope: CommandScope, { row, mechanism }: Found, fields: Completion) {
  const { tx, caller } = scope;
  const [trainings, documents, evidence] = (
    [fields.trainingIds, fields.documentIds, fields.evidenceIds] as const
  ).map((ids) => [...new Set(ids ?? [])]) as [string[], string[], string[]];
  await found('Training', trainings, (id) =>
    tx.training.count({ where: { id, AND: [visibleTrainings(caller)] } }),
  );
  await found('InstitutionalDocument', documents, (id) =>
    tx.institutionalDocument.count({ where: { id, AND: [visibleDocuments(caller)] } }),
  );
  await found('Evidence', evidence, (id) =>
    tx.evidence.count({ where: { id, item: visibleItems(caller) } }),
  );
  const stored = await tx.occurrenceProof.findMany({ where: { occurrenceId: row.id } });
  const has = (column: 'trainingId' | 'documentId' | 'evidenceId', key: string) =>
    stored.some((proof) => proof[column] === key);
  const occurrenceId = row.id;
  const rows: NewRow<'OccurrenceProof'>[] = [
    ...trainings
      .filter((key) => !has('trainingId', key))
      .map((trainingId) => ({ occurrenceId, trainingId })),
    ...documents
      .filter((key) => !has('documentId', key))
      .map((documentId) => ({ occurrenceId, documentId })),
    ...evidence
      .filter((key) => !has('evidenceId', key))
      .map((evidenceId) => ({ occurrenceId, evidenceId })),
  ];
  if (!rows.length && !stored.length)
    refuseWithoutProof(mechanism.evidenceWanted, fields.note, row);
  await scope.createMany(MECHANISM_EVENTS.OCCURRENCE_PROOF_ADDED, rows);
}

/** Where evidence is wanted it takes a record; elsewhere words do. @throws ValidationError */
function refuseWithoutProof(
  wanted: string | null,
  note: string | null | undefined,
  row: Row<'MechanismOccurrence'>,
) {
  if (wanted)
    throw wrong(
      'evidenceIds',
      bilingual(`请关联佐证：${wanted}`, `Name the evidence that is wanted: ${wanted}`),
    );
  if (!note && !row.note)
    throw wrong(
      'note',
      bilingual('请填写完成情况，或关联佐证', 'Say what was done, or name what shows it'),
    );
}

async function found(
  model: string,
  ids: readonly string[],
  count: (id: { in: string[] }) => Promise<number>,
) {
  if (ids.length && (await count({ in: [...ids] })) !== ids.length) throw new NotFoundError(model);
}

const wrong = (field: string, message: BilingualText) =>
  new ValidationError([{ path: [field], message }]);

const NOT_AHEAD = bilingual(
  '完成日期不能晚于今天，也不能早于本次起算日',
  'It was done between the day from which it counts and today',
);
const NOT_THE_PAST = bilingual('不能改到过去', 'It cannot be moved into the past');
