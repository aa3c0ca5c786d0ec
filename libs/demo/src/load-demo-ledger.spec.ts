import { describe, expect, it } from 'vitest';
import { DEMO_EXPECTATIONS } from './demo-expectations.ts';
import { planDemo, statesOf } from './testing/plan-demo.ts';

const rows = planDemo();
const minhang = DEMO_EXPECTATIONS.minhang;
const roundId = rows.rounds.find(({ code }) => code === minhang.roundCode)?.id;
const items = rows.items.filter((item) => item.roundId === roundId);
const bureauId = rows.rounds.find(({ id }) => id === roundId)?.inspectedOrganizationId;
const measuresOf = (itemId: unknown) =>
  rows.measures.filter((measure) => measure.itemId === itemId);
const eventsOf = (subjectId: unknown) =>
  rows.events.filter((event) => event.subjectId === subjectId);
/** Each record that has a history, with the version and, where it has one, the status stored. */
const withHistory = [
  ...rows.items,
  ...rows.measures,
  ...rows.plans,
  ...rows.extensions,
  ...rows.evidence,
  ...rows.documents,
  ...rows.trainings,
  ...rows.lookBackReviews,
  ...rows.evaluations,
];

/** The steps that the life cycles of an item and of a measure have. */
const ITEM_MOVES = new Set([
  'REGISTERED>ASSIGNED',
  'ASSIGNED>PLANNED',
  'PLANNED>IN_PROGRESS',
  'IN_PROGRESS>SUBMITTED',
  'SUBMITTED>LEADER_SIGNED',
  'LEADER_SIGNED>VERIFYING',
  'LEADER_SIGNED>LONG_TERM',
  'VERIFYING>IN_PROGRESS',
  'VERIFYING>CLOSED',
  'CLOSED>REOPENED',
]);
const MEASURE_MOVES = new Set([
  'DRAFT>APPROVED',
  'APPROVED>IN_PROGRESS',
  'IN_PROGRESS>SUBMITTED',
  'SUBMITTED>ACCEPTED',
  'SUBMITTED>RETURNED',
  'RETURNED>IN_PROGRESS',
]);

describe('the demo ledger holds what it says it holds', () => {
  it('has the areas, items and measures of the notice', () => {
    const areas = rows.areas.filter((area) => area.roundId === roundId);
    expect(areas).toHaveLength(minhang.areas);
    expect(areas.map(({ id }) => items.filter(({ areaId }) => areaId === id).length)).toEqual(
      minhang.itemsByArea,
    );
    expect(
      Object.fromEntries(
        items.map(({ id, code }) => [
          code.slice(minhang.roundCode.length + 1),
          measuresOf(id).length,
        ]),
      ),
    ).toEqual(minhang.measuresByItem);
    expect(items.flatMap(({ id }) => measuresOf(id))).toHaveLength(minhang.measures);
    expect(countBy(items.map(({ status }) => String(status)))).toEqual(minhang.itemsByStatus);
  });

  it('has the documents, actions, trainings and files of the notice', () => {
    const trainings = rows.trainings.filter(({ organizationId }) => organizationId === bureauId);
    expect(rows.documents).toHaveLength(minhang.documents);
    expect(countBy(rows.documentActions.map(({ action }) => action))).toEqual(
      minhang.documentActionsByKind,
    );
    expect(rows.documentActions).toHaveLength(minhang.documentActions);
    expect(trainings).toHaveLength(minhang.trainings);
    expect(countBy(trainings.map(({ kind }) => kind))).toEqual(minhang.trainingsByKind);
    expect(rows.evidence).toHaveLength(minhang.evidence);
    expect(rows.storedFiles).toHaveLength(minhang.storedFiles);
    expect(rows.extensions).toHaveLength(minhang.extensions);
    expect(rows.supervisions).toHaveLength(minhang.supervisions);
  });

  it('has each follow-up once: asked for, decided and open, answered, drawn, surveyed, evaluated', () => {
    expect(countBy(rows.extensions.map(({ status }) => String(status)))).toEqual({
      GRANTED: 1,
      REFUSED: 1,
      REQUESTED: 1,
    });
    expect(rows.supervisions.filter(({ answer }) => answer)).toHaveLength(1);
    expect(rows.lookBackReviews.map(({ populationCodes }) => populationCodes)).toEqual([
      minhang.lookBackPopulation,
    ]);
    expect(rows.lookBackSamples.map(({ result }) => result)).toEqual(
      Array.from({ length: minhang.lookBackSamples }, () => 'PASSED'),
    );
    expect(rows.surveys).toHaveLength(1);
    const weights = rows.scorecardCriteria.map(({ weight }) => weight);
    const scores = rows.evaluationScores.map(({ score }) => score);
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBe(100);
    expect(
      weights.reduce((sum, weight, index) => sum + weight * (scores[index] ?? 0), 0) / 100,
    ).toBe(minhang.evaluationTotal);
  });

  it('has the small bureau beside it, and everybody in both', () => {
    const { roundCode, ...expected } = DEMO_EXPECTATIONS.modelBureau;
    const round = rows.rounds.find(({ code }) => code === roundCode);
    const ofRound = rows.items.filter((item) => item.roundId === round?.id);
    const owned = ({ organizationId }: { organizationId: string }) =>
      organizationId === round?.inspectedOrganizationId;
    expect({
      areas: rows.areas.filter((area) => area.roundId === round?.id).length,
      items: ofRound.length,
      measures: ofRound.flatMap(({ id }) => measuresOf(id)).length,
      documents: rows.documents.filter(owned).length,
      trainings: rows.trainings.filter(owned).length,
    }).toEqual(expected);
    expect(rows.organizations).toHaveLength(DEMO_EXPECTATIONS.organizations);
    expect(rows.people).toHaveLength(DEMO_EXPECTATIONS.people);
  });

  it.each(['2025-12-31', '2026-11-22', '2027-01-31'])(
    'is overdue on %s where it says so',
    (today) => {
      const overdue = rows.items.filter(
        ({ status, dueOn }) =>
          !['CLOSED', 'LONG_TERM', 'WITHDRAWN'].includes(String(status)) && dayOf(dueOn) < today,
      );
      expect(overdue.map(({ code }) => code)).toEqual(minhang.overdueItems);
    },
  );

  it('says of every record that it is demo data', () => {
    const { organizations, people, roleAssignments, accounts, ...records } = rows;
    const provenances = Object.values(records).flatMap((list) =>
      Array.isArray(list)
        ? list.flatMap((row) => ('provenance' in row ? [row.provenance] : []))
        : [],
    );
    expect(new Set(provenances)).toEqual(new Set(['DEMO']));
    for (const row of [...rows.rounds, ...rows.items, ...rows.documents, ...rows.trainings])
      expect(row.provenanceNote).toMatch(/演示数据.* \/ Demo data/);
    expect(people.every(({ isDemo }) => isDemo)).toBe(true);
    expect(accounts.every(({ passwordHash }) => passwordHash === null)).toBe(true);
    expect([organizations, roleAssignments].every((list) => list.length > 0)).toBe(true);
  });

  it('has the same ids at each call, none twice in a table', () => {
    expect(planDemo().events).toEqual(rows.events);
    for (const list of Object.values(rows)) {
      if (!Array.isArray(list)) continue;
      const ids = list.flatMap((row) => ('id' in row ? [row.id] : []));
      expect(new Set(ids).size).toBe(ids.length);
    }
  });
});

describe('the standing mechanisms', () => {
  it('were mostly kept, and some missed with why, late and waived', () => {
    expect(countBy(rows.occurrences.map(({ status }) => status))).toEqual(
      DEMO_EXPECTATIONS.occurrencesByStatus,
    );
    const missed = rows.occurrences.filter(({ status }) => status === 'MISSED');
    for (const { reason, doneOn, graceEndsOn } of missed)
      expect([reason !== null, !doneOn || doneOn > graceEndsOn]).toEqual([true, true]);
    const late = rows.occurrences.filter(
      ({ status, doneOn, dueOn }) => status === 'DONE' && doneOn! > dueOn,
    );
    expect(late).toHaveLength(DEMO_EXPECTATIONS.lateOccurrences);
    for (const { doneOn, graceEndsOn, opensOn } of rows.occurrences.filter(
      ({ status }) => status === 'DONE',
    ))
      expect([doneOn! >= opensOn, doneOn! <= graceEndsOn]).toEqual([true, true]);
  });
});

describe('the histories agree with the records', () => {
  it('ends each history in the stored status and version', () => {
    for (const record of withHistory) {
      const events = eventsOf(record.id);
      expect(statesOf(events).at(-1)?.['status']).toBe(record.status);
      expect(record.version).toBe(events.length);
    }
  });

  it('goes on from where the event before ended, in the order of time', () => {
    for (const { id } of withHistory) {
      const events = eventsOf(id);
      const states = statesOf(events);
      expect(events.map(({ subjectVersion }) => subjectVersion)).toEqual(
        events.map((_, at) => at + 1),
      );
      events.slice(1).forEach(({ occurredAt, before }, at) => {
        expect(occurredAt > (events[at]?.occurredAt ?? occurredAt)).toBe(true);
        expect(states[at]).toMatchObject(before ?? {});
      });
    }
  });

  it('takes only steps that the life cycles have, all in 2025', () => {
    for (const [list, moves] of [
      [rows.items, ITEM_MOVES],
      [rows.measures, MEASURE_MOVES],
    ] as const)
      for (const { id } of list)
        for (const { type, before, after } of eventsOf(id).slice(1))
          if (type !== 'ITEM_EDITED')
            expect(moves).toContain(`${before?.['status']}>${after?.['status']}`);
    // What was promised is kept up after the rectification: mechanisms go on.
    const ofMechanisms = ['StandingMechanism', 'MechanismOccurrence', 'BusinessFact'];
    for (const { occurredAt } of rows.events.filter(
      ({ subjectType }) => !ofMechanisms.includes(subjectType),
    ))
      expect(dayOf(occurredAt)).toMatch(/^2025-/);
  });

  it('is written down when there are people to write it, the inspection office first', () => {
    const [first] = rows.events.filter(({ actorPersonId }) => actorPersonId);
    expect(first).toMatchObject({ type: 'ROUND_ADDED' });
    for (const { id, createdAt } of [...rows.items, ...rows.documents, ...rows.trainings])
      expect(eventsOf(id)[0]).toMatchObject({ operation: 'CREATE', occurredAt: createdAt });
  });

  it('works on measures only while their item is under way', () => {
    for (const item of rows.items) {
      const started = eventsOf(item.id).find(({ type }) => type === 'ITEM_STARTED')?.occurredAt;
      const submitted = eventsOf(item.id).find(({ type }) => type === 'ITEM_SUBMITTED')?.occurredAt;
      for (const { id, status } of measuresOf(item.id)) {
        const work = eventsOf(id).filter(({ type }) => !/ADDED|APPROVED/.test(type));
        for (const { occurredAt } of work) {
          expect(started && occurredAt > started).toBe(true);
          expect(!submitted || occurredAt < submitted).toBe(true);
        }
        if (submitted) expect(status).toBe('ACCEPTED');
      }
    }
  });

  it('never lets who handed something in decide on it', () => {
    for (const { submittedById, acceptedById } of rows.measures)
      if (acceptedById) expect(acceptedById).not.toBe(submittedById);
    for (const { requestedById, decidedById } of rows.extensions)
      expect(decidedById).not.toBe(requestedById);
    for (const { byPersonId, answeredById } of rows.supervisions)
      expect(answeredById).not.toBe(byPersonId);
    for (const { closedById, reviewedById } of rows.lookBackSamples)
      expect(reviewedById).not.toBe(closedById);
    for (const { evaluatedById, confirmedById } of rows.evaluations)
      expect(confirmedById).not.toBe(evaluatedById);
    for (const { uploadedById, decidedById } of rows.evidence)
      expect(decidedById).not.toBe(uploadedById);
    for (const { closedById, submittedById } of items)
      if (closedById) expect(closedById).not.toBe(submittedById);
    for (const { id } of rows.items) {
      const actors = (types: RegExp) =>
        eventsOf(id).flatMap(({ type, actorPersonId }) =>
          types.test(type) ? [actorPersonId] : [],
        );
      const verifiers = actors(/VERIFICATION_STARTED|RETURNED|CLOSED|REOPENED/);
      for (const submitter of actors(/SUBMITTED|REGISTERED/))
        expect(verifiers).not.toContain(submitter);
    }
  });
});

describe('the records agree with each other', () => {
  it('closes no item without accepted evidence', () => {
    for (const { id } of items.filter(({ status }) => status === 'CLOSED'))
      expect(
        rows.evidence.some(({ itemId, status }) => itemId === id && status === 'ACCEPTED'),
      ).toBe(true);
  });

  it('lets every unit with a measure see its item', () => {
    for (const { itemId, responsibleUnitId } of rows.measures) {
      const supporting = rows.supportingUnits.filter((unit) => unit.itemId === itemId);
      const item = rows.items.find(({ id }) => id === itemId);
      expect([
        item?.responsibleUnitId,
        ...supporting.map(({ organizationId }) => organizationId),
      ]).toContain(responsibleUnitId);
    }
  });

  it('does nothing for a measure before its work began or after it was handed in', () => {
    const deeds = [
      ...rows.trainings.map(({ measureId, heldOn }) => ({ measureId, day: dayOf(heldOn) })),
      ...rows.documentActions.map(({ measureId, actedOn }) => ({ measureId, day: dayOf(actedOn) })),
    ];
    for (const { measureId, day } of deeds) {
      const measure = rows.measures.find(({ id }) => id === measureId);
      const started = eventsOf(measureId).find(({ type }) => type === 'MEASURE_STARTED');
      if (started) expect(day >= dayOf(started.occurredAt)).toBe(true);
      if (measure?.submittedAt) expect(day <= dayOf(measure.submittedAt)).toBe(true);
    }
  });

  it('counts no more people by name or unit than came', () => {
    for (const { id, attendanceCount } of rows.trainingSessions) {
      const heads = rows.attendance
        .filter(({ sessionId }) => sessionId === id)
        .reduce((sum, { headcount }) => sum + Number(headcount), 0);
      expect(heads).toBeLessThanOrEqual(Number(attendanceCount ?? heads));
    }
  });

  it('hands over the bytes of every stored file', () => {
    for (const { sha256, byteSize } of rows.storedFiles)
      expect(rows.contents.get(sha256)?.byteLength).toBe(byteSize);
    expect(rows.contents.size).toBe(rows.storedFiles.length);
  });
});

function countBy(keys: string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
}

function dayOf(value: unknown): string {
  return value instanceof Date ? value.toISOString().slice(0, 10) : '';
}
