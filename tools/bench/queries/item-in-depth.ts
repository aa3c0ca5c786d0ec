import { allowedActions } from './allowed-actions.ts';
import {
  columns,
  daysLate,
  encodeId,
  isOverdue,
  keyOf,
  list,
  moment,
  one,
  recordId,
  TODAY,
} from './fragments.ts';
import type { MeasuredQuery, Sampling } from './query.type.ts';
import { sampleItem } from './sample-pages.ts';

const DOCUMENT = `query ItemInDepth($id: ID!) {
  node(id: $id) {
    ... on RectificationItem {
      id code ordinal title description type status isOverdue daysLate
      dueOn firstDueOn closedOn reviewOn version updatedAt
      round { code title } area { ordinal title } organization { name }
      primaryResponsiblePerson { displayName } leadLeader { displayName }
      responsibleUnit { name } supportingUnits { name }
      manifestations { ordinal text } milestones { ordinal title dueOn reachedOn }
      measures {
        id ordinal text status dueOn isOverdue progress submittedAt acceptedAt returnReason version
        owner { displayName } responsibleUnit { name } submittedBy { displayName } acceptedBy { displayName }
      }
      documentActions { action actedOn document { title status currentVersion { documentNumber issuedOn } } }
      trainings {
        kind topic heldOn sessionCount attendanceCount hours
        sessions { ordinal heldOn location hours attendanceCount }
      }
      evidence {
        nodes {
          id fileName mediaType byteSize sha256 status uploadedAt decidedAt decisionReason
          uploadedBy { displayName } decidedBy { displayName }
        }
      }
      extensions { status previousDueOn requestedDueOn reason requestedAt requestedBy { displayName } decidedBy { displayName } }
      supervisions { kind supervisedOn note byPerson { displayName } }
      history(first: 20) { totalCount edges { node { id occurredAt type actorName reason before after } } }
      allowedActions { action allowed reason }
    }
  }
}`;

const person = (key: string) => one('Person', key, columns('x', 'displayName'));
const organization = (key: string) => one('Organization', key, columns('x', 'name'));
const moments = (row: string, names: string) =>
  names
    .split(' ')
    .map((name) => `'${name}', ${moment(`${row}."${name}"`)}`)
    .join(', ');
const ofItem = (table: string, row: string) => `"${table}" ${row} WHERE ${row}."itemId" = i.id`;

const MEASURE = `'id', ${recordId('CorrectiveMeasure', 'm.id')},
  ${columns('m', 'ordinal text status dueOn progress returnReason version')}, ${moments('m', 'submittedAt acceptedAt')},
  'isOverdue', coalesce(m."dueOn" < ${TODAY} AND m.status NOT IN ('ACCEPTED', 'CANCELLED'), false),
  'owner', ${person('m."ownerId"')}, 'responsibleUnit', ${organization('m."responsibleUnitId"')},
  'submittedBy', ${person('m."submittedById"')}, 'acceptedBy', ${person('m."acceptedById"')}`;

const DOCUMENT_ACTION = `${columns('a', 'action actedOn')}, 'document', json_build_object(${columns('d', 'title status')},
  'currentVersion', (SELECT json_build_object(${columns('v', 'documentNumber issuedOn')})
    FROM "DocumentVersion" v WHERE v."documentId" = d.id ORDER BY v.ordinal DESC LIMIT 1))`;

const sessions = (what: string) =>
  `(SELECT ${what} FROM "TrainingSession" s WHERE s."trainingId" = t.id)`;
const TRAINING = `${columns('t', 'kind topic heldOn')},
  'sessionCount', coalesce(nullif(${sessions('count(*)')}, 0), nullif(t."statedSessions", 0), 1),
  'attendanceCount', coalesce(${sessions('sum(s."attendanceCount")')}, t."statedAttendances"),
  'hours', coalesce(${sessions('sum(s.hours)')}, t."statedHours"),
  'sessions', ${list(columns('s', 'ordinal heldOn location hours attendanceCount'), '"TrainingSession" s WHERE s."trainingId" = t.id', 's.ordinal')}`;

const EVIDENCE = `'id', ${recordId('Evidence', 'e.id')}, ${columns('e', 'fileName status decisionReason')},
  ${columns('f', 'mediaType byteSize sha256')}, ${moments('e', 'uploadedAt decidedAt')},
  'uploadedBy', ${person('e."uploadedById"')}, 'decidedBy', ${person('e."decidedById"')}`;

const EXTENSION = `${columns('r', 'status previousDueOn requestedDueOn reason')}, ${moments('r', 'requestedAt')},
  'requestedBy', ${person('r."requestedById"')}, 'decidedBy', ${person('r."decidedById"')}`;

const HISTORY = `(SELECT json_build_object('totalCount', (SELECT count(*) FROM ${ofItem('Event', 'h')}),
  'edges', coalesce(json_agg(json_build_object('node', json_build_object('id', ${recordId('Event', 'h.id')},
    ${columns('h', 'type actorName reason before after')}, ${moments('h', 'occurredAt')})) ORDER BY h.id DESC), '[]'))
  FROM (SELECT * FROM ${ofItem('Event', 'h')} ORDER BY h.id DESC LIMIT 20) h)`;

// A function takes 100 arguments at most: objects are joined as jsonb, whose field order is its own.
const OBJECTS = [
  `'id', ${recordId('RectificationItem', 'i.id')}, ${columns('i', 'code ordinal title description type status dueOn firstDueOn closedOn reviewOn version')},
   ${moments('i', 'updatedAt')}, 'isOverdue', ${isOverdue('i')}, 'daysLate', ${daysLate('i')},
   'round', ${one('InspectionRound', 'i."roundId"', columns('x', 'code title'))},
   'area', ${one('FindingArea', 'i."areaId"', columns('x', 'ordinal title'))},
   'organization', ${organization('i."organizationId"')},
   'primaryResponsiblePerson', ${person('i."primaryResponsiblePersonId"')}, 'leadLeader', ${person('i."leadLeaderId"')},
   'responsibleUnit', ${organization('i."responsibleUnitId"')},
   'supportingUnits', ${list(columns('o', 'name'), '"RectificationItemSupportingUnit" s JOIN "Organization" o ON o.id = s."organizationId" WHERE s."itemId" = i.id', 's."organizationId"')},
   'manifestations', ${list(columns('m', 'ordinal text'), ofItem('FindingManifestation', 'm'), 'm.ordinal')},
   'milestones', ${list(columns('m', 'ordinal title dueOn reachedOn'), ofItem('Milestone', 'm'), 'm.ordinal')}`,
  `'measures', ${list(MEASURE, ofItem('CorrectiveMeasure', 'm'), 'm.ordinal')},
   'documentActions', ${list(DOCUMENT_ACTION, '"DocumentAction" a JOIN "InstitutionalDocument" d ON d.id = a."documentId" WHERE a."itemId" = i.id', 'a.id')},
   'trainings', ${list(TRAINING, ofItem('Training', 't'), 't."heldOn", t.id')},
   'evidence', json_build_object('nodes', ${list(EVIDENCE, `(SELECT * FROM ${ofItem('Evidence', 'e')} ORDER BY e."uploadedAt", e.id LIMIT 20) e JOIN "StoredFile" f ON f.id = e."fileId"`, 'e."uploadedAt", e.id')}),
   'extensions', ${list(EXTENSION, ofItem('ExtensionRequest', 'r'), 'r."requestedAt", r.id')},
   'supervisions', ${list(`${columns('s', 'kind supervisedOn note')}, 'byPerson', ${person('s."byPersonId"')}`, ofItem('Supervision', 's'), 's."supervisedOn", s.id')},
   'history', ${HISTORY}, 'allowedActions', ${allowedActions('i')}`,
];

const TEXT = `SELECT json_build_object('node', (SELECT ${OBJECTS.map((fields) => `jsonb_build_object(${fields})`).join(' || ')}
  FROM "RectificationItem" i WHERE i.id = $1))::text AS answer`;

async function sample(sampling: Sampling): Promise<object[]> {
  const sampled: object[] = [];
  while (sampled.length < 48) {
    const { id } = await sampleItem(sampling, sampled.length % 3 ? 'true' : `status <> 'CLOSED'`);
    sampled.push({ id: encodeId('RectificationItem', id) });
  }
  return sampled;
}

export const itemInDepth: MeasuredQuery = {
  name: 'ItemInDepth',
  title: 'one item in depth',
  document: DOCUMENT,
  sample,
  sql: ({ id }: { id: string }) => ({ text: TEXT, values: [keyOf(id)] }),
};
