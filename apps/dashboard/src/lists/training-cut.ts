import type { TrainingKind } from '@taizhang/client';
import { TRAINING_LIFE_CYCLE } from '@taizhang/trainings/rules';
import { termValues } from '@taizhang/client/terms';
import { addressOf, scopeParams, type MetricsScope } from '../scope/metrics-scope.ts';
import { dayRange, isMonth, UNDATED } from './month-range.ts';

/** Which of the scope's trainings a number counts. */
export interface TrainingCut {
  kind?: TrainingKind;
  /** `2025-03`, or UNDATED for those that state no date. */
  month?: string;
}

/** The metrics count what took place, not what is planned, postponed or cancelled. */
const tookPlace = TRAINING_LIFE_CYCLE.statusesThatAre('tookPlace');

const everyKind = termValues('TrainingKind');

export function trainingsAddress(scope: MetricsScope, cut: TrainingCut = {}): string {
  const params = scopeParams(scope);
  if (cut.kind) params.set('kind', cut.kind);
  if (cut.month) params.set('month', cut.month);
  return addressOf('/trainings', params);
}

export function readTrainingCut(params: URLSearchParams): TrainingCut {
  const cut: TrainingCut = {};
  const kind = params.get('kind');
  const month = params.get('month');
  if (isKind(kind)) cut.kind = kind;
  if (isMonth(month) || month === UNDATED) cut.month = month;
  return cut;
}

export function trainingFilter(scope: MetricsScope, cut: TrainingCut) {
  const range = dayRange(cut.month, scope.year);
  return {
    status: [...tookPlace],
    ...(scope.roundId ? { roundId: [scope.roundId] } : {}),
    ...(scope.organizationId ? { organizationId: [scope.organizationId] } : {}),
    ...(cut.kind ? { kind: [cut.kind] } : {}),
    ...(cut.month === UNDATED ? { undated: true } : {}),
    ...(range ? { heldFrom: range.from, heldTo: range.to } : {}),
  };
}

function isKind(text: string | null): text is TrainingKind {
  return text !== null && everyKind.includes(text);
}
