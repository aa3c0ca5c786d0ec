import { contactsOfUnits, notify, type CommandScope } from '@taizhang/platform';
import { bilingual } from '@taizhang/platform/rules';
import { unitsOf } from '../rules/index.ts';

type Receiver = 'UNITS' | 'LEAD_LEADER' | 'SECRETARY';

/** What of an item's course somebody else has to act on next, or has waited for, by its event. */
const HAND_OVERS = {
  ITEM_ASSIGNED: ['新交办的问题', 'is assigned to you', 'UNITS', 'LEAD_LEADER'],
  ITEM_SUBMITTED: ['已提交，请审签', 'is submitted and awaits your signature', 'LEAD_LEADER'],
  ITEM_RETURNED: ['核验未通过，已退回', 'did not pass verification and came back', 'UNITS'],
  ITEM_REOPENED: ['已重新打开', 'is open again', 'UNITS', 'LEAD_LEADER'],
  MEASURE_RETURNED: ['有措施被退回', 'has a measure that came back', 'UNITS'],
  EXTENSION_REQUESTED: ['申请延期，请审批', 'asks for more time: please decide', 'SECRETARY'],
  EXTENSION_GRANTED: ['延期申请已批准', 'has been given more time'],
  EXTENSION_REFUSED: ['延期申请未获批准', 'has not been given more time'],
  SUPERVISION_RECORDED: [
    '有新的督办，请答复',
    'is supervised: please answer',
    'UNITS',
    'LEAD_LEADER',
  ],
  SUPERVISION_ANSWERED: ['督办已有答复', 'has an answer to your supervision'],
} as const satisfies Record<string, [chinese: string, english: string, ...to: Receiver[]]>;

const isHandOver = (event: string): event is keyof typeof HAND_OVERS => event in HAND_OVERS;

/**
 * Tells those whom an event concerns next, but for its author; an event that hands nothing over
 * tells nobody. Called after the change is saved, so that a new assignment counts already.
 *
 * @param about the record that the event is of, at its new version: the same is told once.
 * @param waiting whoever asked, and learns the answer.
 */
export async function handOver(
  { tx, caller, now }: CommandScope,
  event: string,
  itemId: string,
  about: { id: string; version: number },
  waiting: readonly string[] = [],
): Promise<void> {
  if (!isHandOver(event)) return;
  const [chinese, english, ...receivers] = HAND_OVERS[event];
  const to = new Set<Receiver>(receivers);
  const item = await tx.rectificationItem.findUniqueOrThrow({
    where: { id: itemId },
    select: {
      code: true,
      title: true,
      organizationId: true,
      leadLeaderId: true,
      responsibleUnitId: true,
      supportingUnits: { select: { organizationId: true } },
    },
  });
  const contacts = to.has('UNITS')
    ? await contactsOfUnits(
        tx,
        unitsOf(item).filter((id) => id !== null),
      )
    : [];
  const secretaries = to.has('SECRETARY')
    ? await tx.roleAssignment.findMany({
        where: {
          organizationId: item.organizationId,
          role: 'PARTY_SECRETARY',
          person: { disabledAt: null },
        },
        select: { personId: true },
      })
    : [];
  const personIds = new Set([
    ...waiting,
    ...[...contacts, ...secretaries].map(({ personId }) => personId),
    ...(to.has('LEAD_LEADER') && item.leadLeaderId ? [item.leadLeaderId] : []),
  ]);
  if (caller.personId) personIds.delete(caller.personId);
  if (personIds.size === 0) return;
  await notify(
    tx,
    {
      personIds: [...personIds],
      kind: event,
      text: bilingual(`${item.code} ${chinese}：${item.title}`, `${item.code} ${english}`),
      subject: { type: 'RectificationItem', id: itemId },
      dedupeKey: `${event}:${about.id}:${about.version}`,
    },
    now,
  );
}
