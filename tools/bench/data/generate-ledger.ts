import { addDays, daysBetween, LEDGER_DAY, momentOn } from './days.ts';
import { addItem } from './generate-item.ts';
import { generatePlaces } from './generate-places.ts';
import { Random } from './random.ts';
import type { Writes } from './collect-writes.ts';
import { texts } from './texts.ts';

/** Count it up whenever the generator changes: kept databases of another version are made anew. */
export const GENERATOR_VERSION = 4;

const AREAS = 4;
const ITEMS_OF_AREA = 25;
const FIRST_FEEDBACK = '2019-02-01';

/**
 * Generates a ledger of so many items, round by round: 4 areas of 25 items each.
 *
 * @param flush called between rounds, so that a ledger of any size needs little memory.
 */
export async function generateLedger(items: number, writes: Writes, flush: () => Promise<void>) {
  const random = new Random(20_261_101);
  const { add } = writes;
  writes.setMoment('2019-01-01T00:00:00.000Z');
  const places = generatePlaces(random, add);
  const rounds = Math.ceil(items / (AREAS * ITEMS_OF_AREA));
  const spread = daysBetween(FIRST_FEEDBACK, LEDGER_DAY) - 30;
  let left = items;

  for (let round = 0; round < rounds; round++) {
    const bureau = places.bureaus[round % places.bureaus.length]!;
    const feedbackOn = addDays(FIRST_FEEDBACK, Math.floor((spread * round) / rounds));
    const code = `${bureau.code}-${feedbackOn.slice(0, 4)}-${String(round + 1).padStart(4, '0')}`;
    const roundId = random.key();
    writes.setMoment(momentOn(feedbackOn, 0));
    // What is done with a document comes in one load with it.
    bureau.documents = [];
    const stamps = {
      createdAt: momentOn(feedbackOn, 0),
      updatedAt: momentOn(feedbackOn, 0),
    };
    add('InspectionRound', {
      id: roundId,
      code,
      kind: random.chance(0.8) ? 'INSPECTION' : 'AUDIT',
      title: `${feedbackOn.slice(0, 4)}年对${bureau.name}党组的第${(round % 3) + 1}轮巡察`,
      inspectedOrganizationId: bureau.id,
      inspectionTeam: `区委第${(round % 6) + 1}巡察组`,
      inspectedFrom: addDays(feedbackOn, -70),
      inspectedTo: addDays(feedbackOn, -20),
      feedbackOn,
      intensivePeriodEndsOn: addDays(feedbackOn, 92),
      provenance: 'ENTERED',
      ...stamps,
    });
    addLeadingGroup(roundId, bureau.leaders);
    for (let area = 1; area <= AREAS; area++) {
      const areaId = random.key();
      const title = texts.areaTitle(random, area);
      add('FindingArea', {
        id: areaId,
        roundId,
        ordinal: area,
        title,
        provenance: 'ENTERED',
        ...stamps,
      });
      for (let ordinal = 1; ordinal <= ITEMS_OF_AREA && left > 0; ordinal++, left--)
        addItem(random, writes, places, {
          roundId,
          areaId,
          ordinal,
          code: `${code}-${area}.${ordinal}`,
          bureau,
          feedbackOn,
        });
    }
    await flush();
  }

  function addLeadingGroup(roundId: string, leaders: string[]) {
    leaders.forEach((personId, place) =>
      add('LeadingGroupMember', {
        id: random.key(),
        roundId,
        personId,
        post: place ? 'DEPUTY_HEAD' : 'HEAD',
      }),
    );
    add('RectificationPlan', {
      id: random.key(),
      roundId,
      title: '整改落实方案',
      status: 'DRAFT',
      provenance: 'ENTERED',
      createdAt: momentOn(LEDGER_DAY, 0),
      updatedAt: momentOn(LEDGER_DAY, 0),
    });
  }
}
