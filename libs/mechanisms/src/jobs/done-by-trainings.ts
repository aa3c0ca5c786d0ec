import {
  toDay,
  writeChanges,
  type JobScope,
  type Prisma,
  type Row,
  type TrainingKind,
} from '@taizhang/platform';
import { todayInShanghai } from '@taizhang/platform/rules';
import { TRAINING_LIFE_CYCLE } from '@taizhang/trainings/rules';
import { hubStep } from '../commands/hub-step.ts';
import { MECHANISM_EVENTS } from '../rules/index.ts';

const BATCH = 200;
const TOOK_PLACE = TRAINING_LIFE_CYCLE.statusesThatAre('tookPlace');

type Waiting = Row<'MechanismOccurrence'> & {
  mechanism: { doneByTraining: TrainingKind | null };
};

/** What a training of the wanted kind shows was done is done, with the training as proof: nobody types it again. */
export async function doneByTrainings({ db, now, signal }: JobScope): Promise<void> {
  const today = toDay(todayInShanghai(now()))!;
  for (let after = ''; !signal.aborted;) {
    // Index on status and due day: there are few that are due at a time.
    const waiting = await db.mechanismOccurrence.findMany({
      where: {
        status: 'DUE',
        opensOn: { lte: today },
        mechanism: { doneByTraining: { not: null } },
        ...(after && { id: { gt: after } }),
      },
      include: { mechanism: { select: { doneByTraining: true } } },
      orderBy: { id: 'asc' },
      take: BATCH,
    });
    for (const occurrence of waiting) {
      const by = { caller: null, now: now(), address: null, command: 'standing-mechanisms' };
      const training = await findTraining(db, occurrence);
      if (training)
        await writeChanges(db, by, async ({ tx, change, create }) => {
          await tx.$queryRaw`SELECT 1 FROM "MechanismOccurrence" WHERE "id" = ${occurrence.id}::uuid FOR UPDATE`;
          const stored = await tx.mechanismOccurrence.findUnique({ where: { id: occurrence.id } });
          if (stored?.status !== 'DUE' || (await isUsed(tx, stored, training.id))) return;
          await create(MECHANISM_EVENTS.OCCURRENCE_PROOF_ADDED, {
            occurrenceId: stored.id,
            trainingId: training.id,
          });
          const { event, columns } = hubStep('completeOccurrence', { doneOn: training.heldOn });
          await change(event, stored, columns);
        });
    }
    if (waiting.length < BATCH) return;
    after = waiting.at(-1)!.id;
  }
}

/** The first training of the kind that was held in its time by its unit; index on kind and day. */
const findTraining = (db: JobScope['db'], occurrence: Waiting) =>
  db.training.findFirst({
    where: {
      kind: occurrence.mechanism.doneByTraining!,
      status: { in: TOOK_PLACE },
      heldOn: { gte: occurrence.opensOn, lte: occurrence.graceEndsOn },
      ...(occurrence.responsibleUnitId
        ? { responsibleUnitId: occurrence.responsibleUnitId }
        : { organizationId: occurrence.organizationId }),
      occurrenceProofs: { none: { occurrence: { mechanismId: occurrence.mechanismId } } },
    },
    select: { id: true, heldOn: true },
    orderBy: [{ heldOn: 'asc' }, { id: 'asc' }],
  });

/** One training shows one time of a mechanism. */
const isUsed = async (
  tx: Prisma.TransactionClient,
  { mechanismId }: Row<'MechanismOccurrence'>,
  trainingId: string,
) => (await tx.occurrenceProof.count({ where: { trainingId, occurrence: { mechanismId } } })) > 0;
