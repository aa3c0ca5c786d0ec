import {
  areaTitles,
  names,
  type DocumentFacts,
  type ItemFacts,
  type TrainingFacts,
} from './ledger-rows.ts';

/** Objects of the schema with the fields that the dashboard reads. */

export const bureau = { __typename: 'Organization', id: 'o1', name: '区文旅局' };

export const round = {
  __typename: 'InspectionRound',
  id: 'r1',
  title: '区委第五巡察组巡察区文旅局（2024年）',
  inspectedFrom: '2024-09-09',
  feedbackOn: '2025-02-07',
  provenance: 'DEMO',
  inspectedOrganization: bureau,
};

export const isInYear = (on: string | null, year: number | null) =>
  year === null || on?.startsWith(String(year)) === true;

export const areaObject = (ordinal: 1 | 2) => ({
  __typename: 'FindingArea',
  id: `a${ordinal}`,
  ordinal,
  title: areaTitles[ordinal],
  round,
});

export const organizationObject = (id: string) => ({
  __typename: 'Organization',
  id,
  name: names[id],
});

export const personObject = (id: string) => ({ __typename: 'Person', id, displayName: names[id] });

export function itemObject(item: ItemFacts) {
  return {
    __typename: 'RectificationItem',
    id: item.id,
    code: `MH-${item.id}`,
    title: `问题${item.id}`,
    status: item.status,
    isOverdue: item.overdue ?? false,
    daysLate: item.overdue ? 12 : null,
    dueOn: '2025-08-07',
    provenance: 'NOTICE',
    area: areaObject(item.area),
    responsibleUnit: item.unit ? organizationObject(item.unit) : null,
    leadLeader: item.leader ? personObject(item.leader) : null,
    measureCount: item.measures.length,
    acceptedMeasureCount: item.measures.filter((one) => one === 'ACCEPTED').length,
    evidenceCount: item.evidence ? 1 : 0,
  };
}

export const measureObjects = (item: ItemFacts) =>
  item.measures.map((status, at) => ({
    __typename: 'CorrectiveMeasure',
    id: `${item.id}-m${at}`,
    text: `措施${item.id}-${at}`,
    status,
    isOverdue: false,
    owner: null,
    responsibleUnit: null,
    item: itemObject(item),
  }));

export function documentObject({ id, item, actions }: DocumentFacts) {
  return {
    __typename: 'InstitutionalDocument',
    id,
    title: `制度${id}`,
    status: 'IN_FORCE',
    statusIsReported: false,
    provenance: 'NOTICE',
    responsibleUnit: null,
    actions: actions.map(({ action, on }, at) => ({
      id: `${id}-${at}`,
      action,
      actedOn: on,
      item: { id: item, code: item, title: `问题${item}` },
    })),
  };
}

export function trainingObject(training: TrainingFacts) {
  return {
    __typename: 'Training',
    id: training.id,
    kind: training.kind,
    direction: 'HELD',
    topic: `主题${training.id}`,
    heldOn: training.on,
    sessionCount: training.sessions,
    attendanceCount: training.attendances,
    hours: training.hours,
    provenance: 'NOTICE',
    responsibleUnit: null,
    item: null,
  };
}
