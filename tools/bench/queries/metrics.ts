import { columns, encodeId, isOverdue, keyOf, recordId } from './fragments.ts';
import type { MeasuredQuery, Statement } from './query.type.ts';
import { sampleItem } from './sample-pages.ts';

interface MetricsVariables {
  filter: { organizationId?: string };
}

const CUT = 'itemCount overdueCount longTermCount completionRate { numerator denominator rate }';

/** What the dashboard's overview reads, but for the moment of counting. */
const document = (name: string) => `query ${name}($filter: MetricsFilter) {
  rectificationMetrics(filter: $filter) {
    itemCount closedCount overdueCount longTermCount withdrawnCount
    closedWithEvidenceCount measureCount acceptedMeasureCount
    completionRate { numerator denominator rate }
    byStatus { status count }
    byArea { area { id ordinal title round { id title } } ${CUT} }
    byUnit { unit { id name shortName } ${CUT} }
    byLeader { leader { id displayName } ${CUT} }
    documents { action month count }
    trainings { kind month count sessions attendances hours }
  }
}`;

const RATE = `json_build_object('numerator', c.closed, 'denominator', c.total - c.withdrawn,
  'rate', c.closed::float8 / nullif(c.total - c.withdrawn, 0))`;
const COUNTS = `'itemCount', c.total, 'overdueCount', c.overdue, 'longTermCount', c."longTerm", 'completionRate', ${RATE}`;

const countOf = (status: string) =>
  `coalesce(sum(total) FILTER (WHERE status = '${status}'), 0)::int`;
const cuts = (
  column: string,
) => `(SELECT ${column} AS key, sum(total)::int AS total, sum(overdue)::int AS overdue,
  ${countOf('CLOSED')} AS closed, ${countOf('LONG_TERM')} AS "longTerm", ${countOf('WITHDRAWN')} AS withdrawn
  FROM groups GROUP BY 1)`;

const month = (column: string) => `to_char(${column}, 'YYYY-MM')`;

function statement({ filter }: MetricsVariables): Statement {
  const values = filter.organizationId ? [keyOf(filter.organizationId)] : [];
  const of = (row: string) => (values.length ? `${row}."organizationId" = $1` : 'true');
  return {
    values,
    text: `WITH groups AS MATERIALIZED (
      SELECT "areaId", "responsibleUnitId", "leadLeaderId", status, count(*) AS total, count(*) FILTER (WHERE ${isOverdue('i')}) AS overdue
      FROM "RectificationItem" i WHERE ${of('i')} GROUP BY 1, 2, 3, 4),
    measures AS MATERIALIZED (
      SELECT count(*) FILTER (WHERE m.status <> 'CANCELLED') AS planned, count(*) FILTER (WHERE m.status = 'ACCEPTED') AS accepted
      FROM "CorrectiveMeasure" m JOIN "RectificationItem" i ON i.id = m."itemId" WHERE ${of('i')}),
    sessions AS (
      SELECT s."trainingId", count(*) AS sessions, sum(s."attendanceCount") AS attendances, sum(s.hours) AS hours
      FROM "TrainingSession" s JOIN "Training" t ON t.id = s."trainingId" WHERE ${of('t')} GROUP BY 1),
    everything AS (SELECT c.* FROM ${cuts('true')} c)
    SELECT json_build_object('rectificationMetrics', json_build_object(
      'itemCount', c.total, 'closedCount', c.closed, 'overdueCount', c.overdue, 'longTermCount', c."longTerm", 'withdrawnCount', c.withdrawn,
      'closedWithEvidenceCount', (SELECT count(*) FROM "RectificationItem" i WHERE ${of('i')} AND i.status = 'CLOSED'
        AND EXISTS (SELECT FROM "Evidence" e WHERE e."itemId" = i.id AND e.status = 'ACCEPTED')),
      'measureCount', (SELECT planned FROM measures), 'acceptedMeasureCount', (SELECT accepted FROM measures),
      'completionRate', ${RATE},
      'byStatus', (SELECT json_agg(json_build_object('status', s.status, 'count', s.total))
        FROM (SELECT status, sum(total)::int AS total FROM groups GROUP BY status) s),
      'byArea', (SELECT json_agg(json_build_object('area', json_build_object(
          'id', ${recordId('FindingArea', 'a.id')}, ${columns('a', 'ordinal title')},
          'round', json_build_object('id', ${recordId('InspectionRound', 'r.id')}, 'title', r.title)), ${COUNTS})
          ORDER BY r."feedbackOn" DESC, r.id, a.ordinal)
        FROM ${cuts('"areaId"')} c JOIN "FindingArea" a ON a.id = c.key JOIN "InspectionRound" r ON r.id = a."roundId"),
      'byUnit', (SELECT json_agg(json_build_object('unit', CASE WHEN o.id IS NOT NULL THEN json_build_object(
          'id', ${recordId('Organization', 'o.id')}, ${columns('o', 'name shortName')}) END, ${COUNTS}) ORDER BY c.total DESC)
        FROM ${cuts('"responsibleUnitId"')} c LEFT JOIN "Organization" o ON o.id = c.key),
      'byLeader', (SELECT json_agg(json_build_object('leader', CASE WHEN p.id IS NOT NULL THEN json_build_object(
          'id', ${recordId('Person', 'p.id')}, 'displayName', p."displayName") END, ${COUNTS}) ORDER BY c.total DESC)
        FROM ${cuts('"leadLeaderId"')} c LEFT JOIN "Person" p ON p.id = c.key),
      'documents', (SELECT coalesce(json_agg(json_build_object('action', d.action, 'month', d.month, 'count', d.count)), '[]')
        FROM (SELECT a.action, ${month('a."actedOn"')} AS month, count(DISTINCT a."documentId") FROM "DocumentAction" a
          JOIN "InstitutionalDocument" d ON d.id = a."documentId" WHERE ${of('d')} GROUP BY 1, 2) d),
      'trainings', (SELECT coalesce(json_agg(json_build_object('kind', t.kind, 'month', t.month, 'count', t.count,
          'sessions', t.sessions, 'attendances', t.attendances, 'hours', t.hours)), '[]')
        FROM (SELECT t.kind, ${month('t."heldOn"')} AS month, count(*),
            sum(coalesce(s.sessions, t."statedSessions", 1)) AS sessions,
            sum(coalesce(s.attendances, t."statedAttendances", 0)) AS attendances,
            sum(coalesce(s.hours, t."statedHours", 0)) AS hours
          FROM "Training" t LEFT JOIN sessions s ON s."trainingId" = t.id
          WHERE t.status IN ('HELD', 'RECORDED', 'VERIFIED') AND ${of('t')} GROUP BY 1, 2) t)
    ))::text AS answer FROM everything c`,
  };
}

export const metricsOfOne: MeasuredQuery = {
  name: 'MetricsOfOne',
  title: 'the metrics of one organization',
  document: document('MetricsOfOne'),
  sample: async (sampling) => {
    const sampled: object[] = [];
    while (sampled.length < 13) {
      const { organizationId } = await sampleItem(sampling);
      sampled.push({ filter: { organizationId: encodeId('Organization', organizationId) } });
    }
    return sampled;
  },
  sql: statement,
};

export const metricsOfAll: MeasuredQuery = {
  name: 'MetricsOfAll',
  title: 'the metrics of everything',
  document: document('MetricsOfAll'),
  sample: () => Promise.resolve([{ filter: {} }]),
  sql: statement,
};
