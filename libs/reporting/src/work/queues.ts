import { placesWith, type Permission } from '@taizhang/access/rules';
import { toDay, type Caller, type Prisma } from '@taizhang/platform';
import { bilingual, type BilingualText } from '@taizhang/platform/rules';
import { overdueItems } from '@taizhang/rectification/filters';
import {
  EVIDENCE_LIFE_CYCLE,
  EXTENSION_LIFE_CYCLE,
  ITEM_LIFE_CYCLE,
  MEASURE_LIFE_CYCLE,
} from '@taizhang/rectification/rules';
import { BIWEEKLY_REPORT_LIFE_CYCLE, BIWEEKLY_UNIT_LIFE_CYCLE } from '../rules/index.ts';

/** What a queue's records are. */
export interface QueuedWhere {
  item: Prisma.RectificationItemWhereInput;
  measure: Prisma.CorrectiveMeasureWhereInput;
  evidence: Prisma.EvidenceWhereInput;
  extension: Prisma.ExtensionRequestWhereInput;
  unitReport: Prisma.BiweeklyUnitReportWhereInput;
}
export type Queued = keyof QueuedWhere;

/** Who asks, and the day on which they do. */
export interface Desk {
  caller: Caller;
  personId: string;
  /** The units whose work is theirs: the own one, and those that they are the contact of. */
  units: readonly string[];
  today: string;
}

/** Records that wait for whoever has a permission at their place. */
interface Queue<Of extends Queued = Queued> {
  of: Of;
  words: BilingualText;
  means: BilingualText;
  permission: Permission;
  /** @param places where the permission is held; nothing where it is held everywhere. */
  where: (places: Place | undefined, desk: Desk) => QueuedWhere[Of];
}
type Place = { in: string[] };

const { steps: itemSteps } = ITEM_LIFE_CYCLE;
const { steps: measureSteps } = MEASURE_LIFE_CYCLE;
const from = <Status extends string>(step: { from: readonly Status[] }) => ({ in: [...step.from] });
const queue = <Of extends Queued>(one: Queue<Of>) => one as unknown as Queue;

/** A condition on a place, which everywhere is none. */
const at = <Where extends object>(places: Place | undefined, where: (place: Place) => Where) =>
  places ? where(places) : {};

/** Measures that units carry out: their own, and those of their items that name no unit. */
const ofUnits = ({ units }: Desk): Prisma.CorrectiveMeasureWhereInput => ({
  OR: [
    { responsibleUnitId: { in: [...units] } },
    { responsibleUnitId: null, item: { responsibleUnitId: { in: [...units] } } },
  ],
});
const inBureau = (places: Place | undefined) =>
  at(places, (organizationId) => ({ organizationId }));
const notBy = (personId: string) => ({ not: personId });
const underWay = { status: { in: ITEM_LIFE_CYCLE.statusesThatAre('isUnderWay') } };
const openPart = {
  status: { in: BIWEEKLY_UNIT_LIFE_CYCLE.statusesThatAre('isOpen') },
  report: { status: { in: BIWEEKLY_REPORT_LIFE_CYCLE.statusesThatAre('isOpen') } },
};

/**
 * Everything that somebody may have to do, in the order of a working day: what came back first, then what others wait for, then
 * what is carried out. Each asks for what the step that it leads to asks for, so that nothing is queued that would be refused.
 */
export const QUEUES = {
  MEASURES_RETURNED: queue({
    of: 'measure',
    words: bilingual('退回的措施', 'Measures returned'),
    means: bilingual('按退回理由补正后再报', 'put them right and hand them in again'),
    permission: 'measure:carry-out',
    where: (_places, desk) => ({ AND: [ofUnits(desk), { status: 'RETURNED', item: underWay }] }),
  }),
  MEASURES_TO_ACCEPT: queue({
    of: 'measure',
    words: bilingual('待验收的措施', 'Measures to accept'),
    means: bilingual('科室已提交，由您验收或退回', 'handed in; accept or return them'),
    permission: 'measure:accept',
    where: (places, { personId }) => ({
      status: from(measureSteps.acceptMeasure),
      submittedById: notBy(personId),
      item: inBureau(places),
    }),
  }),
  EVIDENCE_TO_DECIDE: queue({
    of: 'evidence',
    words: bilingual('待审核的佐证', 'Evidence to decide'),
    means: bilingual('采信或不予采信', 'accept or reject it'),
    permission: 'evidence:decide',
    where: (places, { personId }) => ({
      status: { in: EVIDENCE_LIFE_CYCLE.statusesThatAre('isOpen') },
      uploadedById: notBy(personId),
      item: inBureau(places),
    }),
  }),
  EXTENSIONS_TO_DECIDE: queue({
    of: 'extension',
    words: bilingual('待批的延期', 'Extensions to decide'),
    means: bilingual('批准或不批准', 'grant or refuse them'),
    permission: 'extension:decide',
    where: (places, { personId }) => ({
      status: { in: EXTENSION_LIFE_CYCLE.statusesThatAre('isOpen') },
      requestedById: notBy(personId),
      item: inBureau(places),
    }),
  }),
  ITEMS_TO_SIGN: queue({
    of: 'item',
    words: bilingual('待签批的问题', 'Items to sign'),
    means: bilingual('措施均已验收，等您签批', 'every measure is accepted; your signature is next'),
    permission: 'item:sign',
    where: (places, desk) => ({
      AND: [inBureau(places), { status: from(itemSteps.signRectificationItem) }, signedBy(desk)],
    }),
  }),
  ITEMS_TO_VERIFY: queue({
    of: 'item',
    words: bilingual('待核验的问题', 'Items to verify'),
    means: bilingual('已提交核验，由巡察办办理', 'handed in to the inspection office'),
    permission: 'item:verify',
    where: (places, { personId }) => ({
      AND: [
        inBureau(places),
        {
          status: {
            in: [
              ...itemSteps.holdRectificationItemLongTerm.from,
              ...itemSteps.closeRectificationItem.from,
            ],
          },
          OR: [{ submittedById: null }, { submittedById: notBy(personId) }],
        },
      ],
    }),
  }),
  ITEMS_TO_ASSIGN: queue({
    of: 'item',
    words: bilingual('待交办的问题', 'Items to assign'),
    means: bilingual('还没有明确牵头领导', 'no lead leader is named yet'),
    permission: 'item:assign',
    where: (places) => ({
      AND: [inBureau(places), { status: from(itemSteps.assignRectificationItem) }],
    }),
  }),
  ITEMS_TO_SUBMIT: queue({
    of: 'item',
    words: bilingual('可以提交的问题', 'Items ready to hand in'),
    means: bilingual('措施均已验收，可提请签批', 'every measure is accepted'),
    permission: 'item:submit',
    where: (places) => ({
      AND: [
        inBureau(places),
        {
          status: from(itemSteps.submitRectificationItem),
          measures: {
            none: { status: { in: MEASURE_LIFE_CYCLE.statusesThatAre('isOpen') } },
            some: { status: { in: MEASURE_LIFE_CYCLE.statusesThatAre('isCompleted') } },
          },
        },
      ],
    }),
  }),
  UNIT_REPORTS_TO_HAND_IN: queue({
    of: 'unitReport',
    words: bilingual('待报的双周报', 'Biweekly reports to hand in'),
    means: bilingual('逐项确认或更新后报送', 'confirm or update each item, then hand in'),
    permission: 'biweekly:answer',
    where: (_places, { units }) => ({ AND: [openPart, { unitId: { in: [...units] } }] }),
  }),
  UNIT_REPORTS_LATE: queue({
    of: 'unitReport',
    words: bilingual('逾期未报的科室', 'Units that are late'),
    means: bilingual('本期已到，还没有报送', 'the period is over and they have not handed in'),
    permission: 'biweekly:compile',
    where: (places, { today }) => ({
      AND: [openPart, inBureau(places), { report: { endsOn: { lt: toDay(today)! } } }],
    }),
  }),
  ITEMS_LATE: queue({
    of: 'item',
    words: bilingual('逾期的问题', 'Items overdue'),
    means: bilingual('已过时限，可督办或催办', 'past their due date; supervise or remind'),
    permission: 'item:supervise',
    where: (places, { today, caller, personId }) => ({
      AND: [
        inBureau(places),
        overdueItems(today),
        isLeaderAlone(caller) ? { leadLeaderId: personId } : {},
      ],
    }),
  }),
  MEASURES_TO_REPORT: queue({
    of: 'measure',
    words: bilingual('正在落实的措施', 'Measures to carry out'),
    means: bilingual('落实后填报完成情况并提交', 'report on them and hand them in'),
    permission: 'measure:carry-out',
    where: (_places, desk) => ({
      AND: [ofUnits(desk), { status: { in: ['APPROVED', 'IN_PROGRESS'] }, item: underWay }],
    }),
  }),
} satisfies Record<string, Queue>;

export type QueueKind = keyof typeof QUEUES;

/** Who signs an item: its lead leader, or a Party secretary of its bureau. */
function signedBy({ caller, personId }: Desk): Prisma.RectificationItemWhereInput {
  const ofSecretary = caller.grants.filter(({ role }) => role === 'PARTY_SECRETARY');
  if (ofSecretary.some(({ organizationIds }) => organizationIds === null)) return {};
  const places = ofSecretary.flatMap(({ organizationIds }) => organizationIds ?? []);
  return { OR: [{ leadLeaderId: personId }, { organizationId: { in: places } }] };
}

/** Who supervises as a lead leader and nothing else looks after the items that they lead. */
const isLeaderAlone = ({ grants }: Caller) =>
  grants.every(({ role }) => role === 'LEAD_LEADER' || role === 'SECTION_CONTACT');

/** The queues of the desk: those that its permissions lead to, each with its condition. */
export function queuesOf(desk: Desk): { kind: QueueKind; of: Queued; where: object }[] {
  return (Object.entries(QUEUES) as [QueueKind, Queue][]).flatMap(([kind, one]) => {
    const places = placesWith(desk.caller, one.permission);
    if (places?.length === 0) return [];
    return [{ kind, of: one.of, where: one.where(places ? { in: [...places] } : undefined, desk) }];
  });
}
