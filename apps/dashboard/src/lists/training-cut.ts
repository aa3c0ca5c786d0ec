import type { TrainingKind } from '@taizhang/client';
import { termValues } from '@taizhang/client/terms';
import { trainingsInScope } from '@taizhang/reporting/rules';
import { addressOf, scopeParams, type MetricsScope } from '../scope/metrics-scope.ts';
import { isMonth, monthOf, UNDATED } from './month-range.ts';

/** Which of the scope's trainings a number counts. */
export interface TrainingCut {
  kind?: TrainingKind;
  /** `2025-03`, or UNDATED for those that state no date. */
  month?: string;
}

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

/** The filter that the hub gives with the number. */
export const trainingFilter = (scope: MetricsScope, { kind, month }: TrainingCut) =>
  trainingsInScope(scope, { kind, month: monthOf(month) });

function isKind(text: string | null): text is TrainingKind {
  return text !== null && everyKind.includes(text);
}
