import { dateOf, momentOf } from './china-time.ts';
import type { DemoRound } from './demo-data.type.ts';
import { demoId } from './demo-ids.ts';
import type { DemoRows } from './demo-rows.type.ts';
import { traceHistory } from './trace-history.ts';

/** Adds a round with its leading group, its approved plan and its areas. */
export function addRoundRows(rows: DemoRows, round: DemoRound): void {
  const id = demoId('round', round.code);
  const createdAt = momentOf(round.feedbackOn, '16:00');
  const stamps = { createdAt, updatedAt: createdAt };
  rows.rounds.push({
    id,
    code: round.code,
    kind: 'INSPECTION',
    title: round.title,
    inspectedOrganizationId: demoId('organization', round.organization),
    inspectionTeam: round.team,
    inspectedFrom: dateOf(round.inspectedFrom),
    inspectedTo: dateOf(round.inspectedTo),
    feedbackOn: dateOf(round.feedbackOn),
    intensivePeriodEndsOn: dateOf(round.intensivePeriodEndsOn),
    provenance: 'DEMO',
    provenanceNote: round.notes.round,
    ...stamps,
  });
  for (const { person, post } of round.leadingGroup)
    rows.leadingGroup.push({
      id: demoId('leading-group', `${round.code}/${person}`),
      roundId: id,
      personId: demoId('person', person),
      post,
    });
  addPlan(rows, round, id);
  round.areas.forEach(({ title }, index) =>
    rows.areas.push({
      id: demoId('area', `${round.code}/${index + 1}`),
      roundId: id,
      ordinal: index + 1,
      title,
      provenance: 'DEMO',
      ...stamps,
    }),
  );
}

function addPlan(rows: DemoRows, round: DemoRound, roundId: string): void {
  const { title, draftedOn, approvedOn } = round.plan;
  const id = demoId('plan', round.code);
  const { events, ...stamps } = traceHistory(
    { type: 'RectificationPlan', id, organization: round.organization },
    [
      {
        on: draftedOn,
        type: 'PLAN_DRAFTED',
        actor: round.partyAffairs,
        after: { status: 'DRAFT' },
      },
      {
        on: approvedOn,
        type: 'PLAN_APPROVED',
        actor: round.firstResponsible,
        after: { status: 'APPROVED' },
      },
    ],
  );
  rows.plans.push({
    id,
    roundId,
    title,
    status: 'APPROVED',
    approvedOn: dateOf(approvedOn),
    provenance: 'DEMO',
    ...stamps,
  });
  rows.events.push(...events);
}
