import { MEASURE_LIFE_CYCLE, type ItemFilterAddress } from '@taizhang/rectification/rules';
import { TRAINING_LIFE_CYCLE } from '@taizhang/trainings/rules';

/** What figures are about, by API ids: everything visible where nothing is said. */
export interface FigureScope {
  roundId?: string | null | undefined;
  organizationId?: string | null | undefined;
  year?: number | null | undefined;
}

/** What `rectificationItems(filter:)` takes to list the items of a scope. */
export const itemsInScope = ({
  roundId,
  organizationId,
  year,
}: FigureScope): ItemFilterAddress => ({
  ...(roundId && { roundId: [roundId] }),
  ...(organizationId && { organizationId: [organizationId] }),
  ...(year && { year }),
});

/** What `correctiveMeasures(filter:)` takes to list the measures that are counted, or those of them that are accepted. */
export const measuresInScope = (scope: FigureScope, counted: 'isCounted' | 'isCompleted') => ({
  item: itemsInScope(scope),
  status: MEASURE_LIFE_CYCLE.statusesThatAre(counted),
});

/** Which of a scope's documents or trainings are meant; a month is `2025-03`, null what has no day, all months where it is not said. */
export interface MonthlyCut<Kind extends string> {
  kind?: Kind | undefined;
  month?: string | null | undefined;
}

/** What `institutionalDocuments(filter:)` takes to list the documents acted on. */
export function documentsInScope<Action extends string>(
  scope: FigureScope,
  { kind: action, month }: MonthlyCut<Action> = {},
) {
  const [actedFrom, actedTo] = daysOf(month, scope.year);
  return {
    ...placesOf(scope),
    ...(action && { action: [action] }),
    ...(month === null && { undated: true }),
    ...(actedFrom && { actedFrom, actedTo }),
  };
}

/** What `trainings(filter:)` takes to list the trainings that took place. */
export function trainingsInScope<Kind extends string>(
  scope: FigureScope,
  { kind, month }: MonthlyCut<Kind> = {},
) {
  const [heldFrom, heldTo] = daysOf(month, scope.year);
  return {
    status: TRAINING_LIFE_CYCLE.statusesThatAre('tookPlace'),
    ...placesOf(scope),
    ...(kind && { kind: [kind] }),
    ...(month === null && { undated: true }),
    ...(heldFrom && { heldFrom, heldTo }),
  };
}

const placesOf = ({ roundId, organizationId }: FigureScope) => ({
  ...(roundId && { roundId: [roundId] }),
  ...(organizationId && { organizationId: [organizationId] }),
});

/** The first and last day of a month, else of the year; none where neither narrows, or where there is no day to narrow. */
function daysOf(month: string | null | undefined, year: number | null | undefined): string[] {
  if (month === null) return [];
  if (month === undefined) return year ? [`${year}-01-01`, `${year}-12-31`] : [];
  const [ofYear, number] = month.split('-').map(Number);
  // Day 0 of the next month is the last day of this one, leap years included.
  const last = new Date(Date.UTC(ofYear ?? 0, number ?? 0, 0)).getUTCDate();
  return [`${month}-01`, `${month}-${last}`];
}
