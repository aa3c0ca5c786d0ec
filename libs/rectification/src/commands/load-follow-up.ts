import { NotFoundError, type CommandScope, type Prisma } from '@taizhang/platform';
import type { MilestoneStatus, SupervisionStatus } from '../rules/index.ts';
import { ITEM_PLACES, visibleRounds } from '../visible-items.ts';

const FOLLOWED_ITEM = { select: { ...ITEM_PLACES, status: true } } as const;

/** The columns that the rules for follow-up read, by type. */
export const EXTENSION_STATE = {
  status: true,
  requestedById: true,
  item: FOLLOWED_ITEM,
} satisfies Prisma.ExtensionRequestSelect;
export const SUPERVISION_STATE = {
  byPersonId: true,
  answer: true,
  item: FOLLOWED_ITEM,
} satisfies Prisma.SupervisionSelect;
export const MILESTONE_STATE = {
  reachedOn: true,
  item: FOLLOWED_ITEM,
} satisfies Prisma.MilestoneSelect;

const ROUND_STATE = { select: { inspectedOrganizationId: true } } as const;

export const PLAN_STATE = {
  status: true,
  draftedById: true,
  round: ROUND_STATE,
} satisfies Prisma.RectificationPlanSelect;
export const SAMPLE_STATE = {
  result: true,
  closedById: true,
  review: { select: { round: ROUND_STATE } },
} satisfies Prisma.LookBackSampleSelect;
export const EVALUATION_STATE = {
  status: true,
  evaluatedById: true,
  round: ROUND_STATE,
} satisfies Prisma.EffectivenessEvaluationSelect;

/** A milestone's status follows from its day. */
export const statusOfMilestone = ({ reachedOn }: { reachedOn: Date | null }): MilestoneStatus =>
  reachedOn ? 'REACHED' : 'PENDING';

/** A supervision's status follows from its answer. */
export const statusOfSupervision = ({ answer }: { answer: string | null }): SupervisionStatus =>
  answer === null ? 'OPEN' : 'ANSWERED';

/** Loads a round that the caller may see. @throws NotFoundError */
export async function loadRound({ tx, caller }: CommandScope, id: string) {
  const round = await tx.inspectionRound.findFirst({
    where: { id, AND: [visibleRounds(caller)] },
  });
  if (!round) throw new NotFoundError('InspectionRound');
  return round;
}
