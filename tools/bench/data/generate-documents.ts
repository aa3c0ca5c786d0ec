import { addDays, momentOn } from './days.ts';
import type { MeasureFacts } from './generate-measures.ts';
import type { Random } from './random.ts';
import type { AddRow, ItemFacts } from './rows.type.ts';
import { texts } from './texts.ts';

/** Adds what was done with documents for an item: about one action for every second item. */
export function addDocuments(
  random: Random,
  add: AddRow,
  item: ItemFacts,
  measures: MeasureFacts[],
): void {
  if (!random.chance(0.38)) return;
  for (let action = 1; action <= (random.chance(0.3) ? 2 : 1); action++)
    add('DocumentAction', {
      id: random.key(),
      documentId: documentOf(random, add, item),
      action: random.weighted({
        REVISE: 5,
        ESTABLISH: 4,
        DRAFT: 2,
        ISSUE: 2,
        REPEAL: 1,
        MENTION: 2,
        BEGIN_REVISION: 1,
      }),
      actedOn: random.chance(0.9) ? addDays(item.from, random.int(10, 120)) : null,
      itemId: item.id,
      measureId: random.pick(measures).id,
      provenance: 'ENTERED',
      createdAt: momentOn(addDays(item.from, 120), 0),
    });
}

function documentOf(random: Random, add: AddRow, item: ItemFacts): string {
  const { documents } = item.bureau;
  if (documents.length && random.chance(0.4)) return random.pick(documents);
  const id = random.key();
  documents.push(id);
  const serial = ++item.bureau.documentCount;
  const createdAt = momentOn(addDays(item.from, 15), 0);
  add('InstitutionalDocument', {
    id,
    title: texts.documentTitle(random, serial),
    organizationId: item.bureau.id,
    responsibleUnitId: item.unit.id,
    status: random.weighted({ IN_FORCE: 6, ISSUED: 2, DRAFTING: 1, REPEALED: 1 }),
    statusIsReported: false,
    provenance: 'ENTERED',
    createdAt,
    updatedAt: createdAt,
  });
  for (let ordinal = 1; ordinal <= random.int(1, 2); ordinal++)
    add('DocumentVersion', {
      id: random.key(),
      documentId: id,
      ordinal,
      documentNumber: `示发〔${item.from.slice(0, 4)}〕${serial % 400}号`,
      issuedOn: addDays(item.from, 20 * ordinal),
      effectiveOn: addDays(item.from, 20 * ordinal + 10),
      summary: texts.summary(random),
      provenance: 'ENTERED',
      createdAt,
    });
  return id;
}
