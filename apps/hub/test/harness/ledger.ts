import { randomUUID } from 'node:crypto';
import { demoId, type OrganizationKey, type PersonKey } from '@taizhang/demo';
import type { EvidenceStatus, ItemStatus, MeasureStatus, PastRow } from '@taizhang/platform';
import { prepared, putRows } from './put-rows.ts';
import type { TestHub } from './test-hub.ts';

/** Keys of demo records. */
export const unit = (key: OrganizationKey) => demoId('organization', key);
export const person = (key: PersonKey) => demoId('person', key);
export const area = (ordinal: number, round = 'MH-WL-2024') =>
  demoId('area', `${round}/${ordinal}`);
export const demoItem = (path: string, round = 'MH-WL-2024') => demoId('item', `${round}-${path}`);

type Item = PastRow<'RectificationItem'>;

const AFTER_SUBMISSION: ItemStatus[] = [
  'SUBMITTED',
  'LEADER_SIGNED',
  'VERIFYING',
  'LONG_TERM',
  'CLOSED',
];
let ordinal = 100;

/**
 * Puts an item of the Minhang bureau into the database in a status, with what the life cycle left
 * behind on the way there: led by leader-culture, carried out by the unit GF.
 */
export async function putItem(
  hub: Pick<TestHub, 'db'>,
  status: ItemStatus,
  {
    measure,
    evidence,
    ...fields
  }: Partial<Item> & { measure?: MeasureStatus | null; evidence?: EvidenceStatus } = {},
) {
  ordinal += 1;
  const id = randomUUID();
  const isSubmitted = AFTER_SUBMISSION.includes(status);
  const item = await putRows(hub, ({ create }) =>
    create(prepared('RectificationItem'), {
      id,
      code: `MH-WL-2024-1.${ordinal}-${id.slice(0, 4)}`,
      roundId: demoId('round', 'MH-WL-2024'),
      areaId: area(1),
      ordinal,
      organizationId: unit('WL'),
      title: `测试问题 ${ordinal}`,
      status,
      leadLeaderId: status === 'REGISTERED' ? null : person('leader-culture'),
      responsibleUnitId: unit('GF'),
      dueOn: new Date('2027-06-30'),
      firstDueOn: new Date('2027-06-30'),
      submittedById: isSubmitted ? person('party-affairs') : null,
      ...(status === 'CLOSED' && {
        closedOn: new Date('2026-01-05'),
        closedById: person('inspection-verify'),
      }),
      ...(status === 'LONG_TERM' && { reviewOn: new Date('2027-12-31') }),
      ...fields,
    }),
  );
  const measureStatus = measure === undefined ? (isSubmitted ? 'ACCEPTED' : 'APPROVED') : measure;
  const ofMeasure = measureStatus ? await putMeasure(hub, item.id, measureStatus) : null;
  const ofEvidence = evidence ? await putEvidence(hub, item.id, evidence) : null;
  return { ...item, apiId: `RectificationItem_${id}`, measure: ofMeasure, evidence: ofEvidence };
}

/** Puts a measure of the unit GF, submitted by its contact where it was submitted. */
export async function putMeasure(hub: Pick<TestHub, 'db'>, itemId: string, status: MeasureStatus) {
  const wasSubmitted = ['SUBMITTED', 'ACCEPTED', 'RETURNED'].includes(status);
  const count = await hub.db.correctiveMeasure.count({ where: { itemId } });
  const measure = await putRows(hub, ({ create }) =>
    create(prepared('CorrectiveMeasure'), {
      itemId,
      ordinal: count + 1,
      text: `测试措施 ${count + 1}`,
      status,
      responsibleUnitId: unit('GF'),
      ...(wasSubmitted && {
        submittedById: person('contact-public-services'),
        submittedAt: new Date(),
      }),
      ...(status === 'ACCEPTED' && {
        acceptedById: person('party-affairs'),
        acceptedAt: new Date(),
      }),
      ...(status === 'RETURNED' && { returnReason: '材料不全' }),
    }),
  );
  return { ...measure, apiId: `CorrectiveMeasure_${measure.id}` };
}

/** Puts a piece of evidence that the contact of GF uploaded. */
export async function putEvidence(
  hub: Pick<TestHub, 'db'>,
  itemId: string,
  status: EvidenceStatus,
) {
  const { id: fileId } = await hub.db.storedFile.findFirstOrThrow();
  const evidence = await putRows(hub, ({ create }) =>
    create(prepared('Evidence'), {
      fileId,
      itemId,
      fileName: '佐证.txt',
      status,
      uploadedById: person('contact-public-services'),
      ...(status !== 'PENDING' && { decidedById: person('party-affairs'), decidedAt: new Date() }),
      ...(status === 'REJECTED' && { decisionReason: '不清楚' }),
    }),
  );
  return { ...evidence, apiId: `Evidence_${evidence.id}` };
}
