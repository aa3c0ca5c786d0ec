import { NotFoundError, type CommandScope, type Prisma } from '@taizhang/platform';
import type { MilestoneState, SampleState, SupervisionState } from '../rules/index.ts';
import { ITEM_PLACES, visibleAssessments, visibleItems, visibleRounds } from '../visible-items.ts';

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

type StoredMilestone = Prisma.MilestoneGetPayload<{ select: typeof MILESTONE_STATE }>;
type StoredSupervision = Prisma.SupervisionGetPayload<{ select: typeof SUPERVISION_STATE }>;
type StoredSample = Prisma.LookBackSampleGetPayload<{ select: typeof SAMPLE_STATE }>;

/** A milestone as its rules know it: the status follows from its day. */
export const milestoneState = ({ reachedOn, item }: StoredMilestone): MilestoneState => ({
  status: reachedOn ? 'REACHED' : 'PENDING',
  item,
});

/** A supervision as its rules know it: the status follows from its answer. */
export const supervisionState = ({
  answer,
  byPersonId,
  item,
}: StoredSupervision): SupervisionState => ({
  status: answer === null ? 'OPEN' : 'ANSWERED',
  byPersonId,
  item,
});

/** A sample as its rules know it: its result is its status. */
export const sampleState = ({ result, closedById, review }: StoredSample): SampleState => ({
  status: result,
  closedById,
  round: review.round,
});

/** Loads a round that the caller may see. @throws NotFoundError */
export async function loadRound({ tx, caller }: CommandScope, id: string) {
  const round = await tx.inspectionRound.findFirst({
    where: { id, AND: [visibleRounds(caller)] },
  });
  if (!round) throw new NotFoundError('InspectionRound');
  return round;
}

/** Loads an evaluation that the caller may see. @throws NotFoundError */
export async function loadEvaluation({ tx, caller }: CommandScope, id: string) {
  const evaluation = await tx.effectivenessEvaluation.findFirst({
    where: { id, AND: [visibleAssessments(caller)] },
    include: { round: EVALUATION_STATE.round },
  });
  if (!evaluation) throw new NotFoundError('EffectivenessEvaluation');
  return evaluation;
}

/** @throws NotFoundError when the item named is not one of the round that the caller sees. */
export async function checkRoundItem(
  { tx, caller }: CommandScope,
  roundId: string,
  itemId: string | null | undefined,
): Promise<string | null> {
  if (!itemId) return null;
  const where = { id: itemId, roundId, AND: [visibleItems(caller)] };
  if (!(await tx.rectificationItem.count({ where }))) throw new NotFoundError('RectificationItem');
  return itemId;
}
