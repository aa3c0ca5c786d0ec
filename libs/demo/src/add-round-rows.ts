import { RECTIFICATION_EVENTS as EVENTS } from '@taizhang/rectification/rules';
import { dateOf } from './china-time.ts';
import type { DemoRound } from './demo-data.type.ts';
import { demoId } from './demo-ids.ts';
import type { DemoPast, Step } from './demo-past.ts';

/** Adds a round with its leading group, its approved plan and its areas. */
export function addRoundRows(past: DemoPast, round: DemoRound): void {
  const id = demoId('round', round.code);
  const fedBack: Step = {
    on: round.feedbackOn,
    by: 'inspection-register',
    with: EVENTS.ROUND_ADDED,
  };
  past.make(
    EVENTS.ROUND_ADDED,
    {
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
    },
    fedBack,
  );
  for (const { person, post } of round.leadingGroup)
    past.make(
      EVENTS.LEADING_GROUP_MEMBER_ADDED,
      {
        id: demoId('leading-group', `${round.code}/${person}`),
        roundId: id,
        personId: demoId('person', person),
        post,
      },
      fedBack,
    );
  round.areas.forEach(({ title }, index) =>
    past.make(
      EVENTS.AREA_ADDED,
      {
        id: demoId('area', `${round.code}/${index + 1}`),
        roundId: id,
        ordinal: index + 1,
        title,
        provenance: 'DEMO',
      },
      fedBack,
    ),
  );
  addPlan(past, round, id);
}

function addPlan(past: DemoPast, round: DemoRound, roundId: string): void {
  const { title, draftedOn, approvedOn } = round.plan;
  const id = demoId('plan', round.code);
  past.make(
    EVENTS.PLAN_DRAFTED,
    { id, roundId, title, provenance: 'DEMO' },
    { on: draftedOn, by: round.partyAffairs },
  );
  past.change(
    EVENTS.PLAN_APPROVED,
    id,
    { status: 'APPROVED', approvedOn: dateOf(approvedOn) },
    { on: approvedOn, by: round.firstResponsible },
  );
}
