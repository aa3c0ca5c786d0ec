import { addDays, momentOn } from './days.ts';
import type { MeasureFacts } from './generate-measures.ts';
import type { Random } from './random.ts';
import type { AddRow, ItemFacts, Places } from './rows.type.ts';
import { texts } from './texts.ts';

/** Adds evidence, extensions and supervision of an item. */
export function addFollowUp(
  random: Random,
  add: AddRow,
  places: Places,
  item: ItemFacts,
  measures: MeasureFacts[],
): void {
  for (const { id, status, acceptedAt } of measures)
    if (status === 'ACCEPTED' ? random.chance(0.5) : status === 'SUBMITTED')
      addEvidence(random, add, item, id, acceptedAt);
  if (random.chance(0.06)) addExtension(random, add, places, item);
  if (random.chance(0.1))
    add('Supervision', {
      id: random.key(),
      itemId: item.id,
      kind: random.chance(0.5) ? 'SUPERVISION' : 'REMINDER',
      supervisedOn: addDays(item.from, random.int(30, 90)),
      byPersonId: item.leaderId,
      note: `请抓紧推进，${texts.progress(random)}`,
      provenance: 'ENTERED',
    });
}

function addEvidence(
  random: Random,
  add: AddRow,
  item: ItemFacts,
  measureId: string,
  decidedAt: string | null,
): void {
  const fileId = random.key();
  const uploadedAt = decidedAt
    ? momentOn(addDays(decidedAt.slice(0, 10), -3), 30)
    : momentOn(addDays(item.from, 40), 30);
  add('StoredFile', {
    id: fileId,
    sha256: random.hex(64),
    mediaType: 'application/pdf',
    byteSize: random.int(20_000, 4_000_000),
    createdAt: uploadedAt,
  });
  const isRejected = decidedAt !== null && random.chance(0.05);
  add('Evidence', {
    id: random.key(),
    fileId,
    itemId: item.id,
    measureId,
    fileName: texts.fileName(random),
    description: random.chance(0.5) ? texts.progress(random) : null,
    status: decidedAt ? (isRejected ? 'REJECTED' : 'ACCEPTED') : 'PENDING',
    uploadedById: item.unit.people[0],
    uploadedAt,
    decidedById: decidedAt ? item.leaderId : null,
    decidedAt,
    decisionReason: isRejected ? '材料与措施无关' : null,
    provenance: 'ENTERED',
  });
}

function addExtension(random: Random, add: AddRow, places: Places, item: ItemFacts): void {
  const isDecided = random.chance(0.8);
  add('ExtensionRequest', {
    id: random.key(),
    itemId: item.id,
    status: isDecided ? random.pick(['GRANTED', 'REFUSED']) : 'REQUESTED',
    requestedById: item.unit.people[0],
    requestedAt: momentOn(addDays(item.dueOn, -10), 90),
    previousDueOn: item.dueOn,
    requestedDueOn: addDays(item.dueOn, random.int(15, 60)),
    reason: texts.reason(random),
    decidedById: isDecided ? places.inspectors[1] : null,
    decidedAt: isDecided ? momentOn(addDays(item.dueOn, -7), 90) : null,
    decisionReason: isDecided ? '请按期推进' : null,
    provenance: 'ENTERED',
  });
}
