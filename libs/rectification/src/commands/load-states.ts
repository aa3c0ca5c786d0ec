import { NotFoundError, type CommandScope, type Prisma } from '@taizhang/platform';
import { visibleItems } from '../visible-items.ts';
import { EXTENSION_LIFE_CYCLE } from '../rules/index.ts';

/** The columns that the rules of an item's life cycle read. */
export const ITEM_STATE = {
  status: true,
  organizationId: true,
  responsibleUnitId: true,
  leadLeaderId: true,
  submittedById: true,
  dueOn: true,
  supportingUnits: { select: { organizationId: true } },
  measures: { select: { status: true } },
  evidence: { select: { status: true } },
  milestones: { select: { id: true } },
  _count: {
    select: {
      extensions: { where: { status: { in: EXTENSION_LIFE_CYCLE.statusesThatAre('isOpen') } } },
    },
  },
} satisfies Prisma.RectificationItemSelect;

/** The columns that the rules of a measure's life cycle read. */
export const MEASURE_STATE = {
  status: true,
  responsibleUnitId: true,
  submittedById: true,
  item: {
    select: {
      status: true,
      organizationId: true,
      responsibleUnitId: true,
      supportingUnits: { select: { organizationId: true } },
    },
  },
} satisfies Prisma.CorrectiveMeasureSelect;

/** The columns that the rules for evidence read. */
export const EVIDENCE_STATE = {
  status: true,
  uploadedById: true,
  item: { select: { status: true, organizationId: true } },
} satisfies Prisma.EvidenceSelect;

/** Loads an item that the caller may see. @throws NotFoundError */
export async function loadItem({ tx, caller }: CommandScope, id: string) {
  const item = await tx.rectificationItem.findFirst({
    where: { id, AND: [visibleItems(caller)] },
    include: ITEM_STATE_WITH_ROW,
  });
  if (!item) throw new NotFoundError('RectificationItem');
  return item;
}

const ITEM_STATE_WITH_ROW = {
  milestones: { select: { id: true } },
  supportingUnits: { select: { organizationId: true } },
  measures: { select: { status: true } },
  evidence: { select: { status: true } },
} satisfies Prisma.RectificationItemInclude;

/** Loads a measure of an item that the caller may see. @throws NotFoundError */
export async function loadMeasure({ tx, caller }: CommandScope, id: string) {
  const measure = await tx.correctiveMeasure.findFirst({
    where: { id, item: visibleItems(caller) },
    include: { item: MEASURE_STATE.item },
  });
  if (!measure) throw new NotFoundError('CorrectiveMeasure');
  return measure;
}

/** Loads a piece of evidence for an item that the caller may see. @throws NotFoundError */
export async function loadEvidence({ tx, caller }: CommandScope, id: string) {
  const evidence = await tx.evidence.findFirst({
    where: { id, item: visibleItems(caller) },
    include: { item: EVIDENCE_STATE.item },
  });
  if (!evidence) throw new NotFoundError('Evidence');
  return evidence;
}
