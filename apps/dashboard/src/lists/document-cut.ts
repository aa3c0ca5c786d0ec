import type { DocumentActionKind } from '@taizhang/client';
import { termValues } from '@taizhang/client/terms';
import { documentsInScope } from '@taizhang/reporting/rules';
import { addressOf, scopeParams, type MetricsScope } from '../scope/metrics-scope.ts';
import { isMonth, monthOf, UNDATED } from './month-range.ts';

/** Which of the scope's documents a number counts: what was done to them, and in which month. */
export interface DocumentCut {
  action?: DocumentActionKind;
  /** `2025-03`, or UNDATED for those that state no date. */
  month?: string;
}

const everyAction = termValues('DocumentActionKind');

export function documentsAddress(scope: MetricsScope, cut: DocumentCut = {}): string {
  const params = scopeParams(scope);
  if (cut.action) params.set('action', cut.action);
  if (cut.month) params.set('month', cut.month);
  return addressOf('/documents', params);
}

export function readDocumentCut(params: URLSearchParams): DocumentCut {
  const cut: DocumentCut = {};
  const action = params.get('action');
  const month = params.get('month');
  if (isAction(action)) cut.action = action;
  if (isMonth(month) || month === UNDATED) cut.month = month;
  return cut;
}

/** The filter that the hub gives with the number. */
export const documentFilter = (scope: MetricsScope, { action, month }: DocumentCut) =>
  documentsInScope(scope, { kind: action, month: monthOf(month) });

function isAction(text: string | null): text is DocumentActionKind {
  return text !== null && everyAction.includes(text);
}
