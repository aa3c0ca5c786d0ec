import { TERMS } from '@taizhang/client/terms';
import {
  completionRate,
  ITEM_LIFE_CYCLE,
  MEASURE_LIFE_CYCLE,
  type CompletionRate,
  type StatusCounts,
} from '@taizhang/rectification/rules';
import type {
  AnnualReview,
  DocumentActionKind,
  IsoDate,
  ReviewArea,
  ReviewItem,
  ReviewRound,
  ReviewTraining,
  TrainingKind,
} from './annual-review.type.ts';
import { daysOverdue, itemOutcome, statusOn } from './item-outcome.ts';

/** A sum of money, with how many items it is made of and how many state none; withdrawn ones are left out. */
export interface MoneySum {
  readonly sumFen: number;
  readonly statedCount: number;
  readonly unstatedCount: number;
}

/** Completion: closed ÷ (all − withdrawn), by item; the rate is null when there is nothing to divide by. */
export interface ItemFigures {
  readonly itemCount: number;
  readonly withdrawnCount: number;
  readonly closedCount: number;
  readonly longTermCount: number;
  readonly openCount: number;
  readonly overdueCount: number;
  readonly closedWithEvidenceCount: number;
  readonly measureCount: number;
  readonly acceptedMeasureCount: number;
  readonly completionRate: CompletionRate;
  readonly amountInvolved: MoneySum;
}

export interface AreaFigures extends ItemFigures {
  readonly roundCode: string;
  readonly organization: string;
  readonly ordinal: number;
  readonly title: string;
}

export interface TrainingFigures {
  readonly kind: TrainingKind;
  readonly count: number;
  readonly sessions: number;
  /** Sums over the rows that have the number. */
  readonly attendances: number;
  readonly hours: number;
  readonly withoutAttendance: number;
}

export interface ReviewFigures {
  readonly total: ItemFigures;
  readonly byArea: readonly AreaFigures[];
  readonly documents: readonly { readonly action: DocumentActionKind; readonly count: number }[];
  readonly trainings: readonly TrainingFigures[];
}

/** Every number the review shows, so that all its formats show the same. */
export function summarize(review: AnnualReview): ReviewFigures {
  const { rounds, asOf } = review;
  return {
    total: countItems(rounds.flatMap(itemsOf), asOf),
    byArea: rounds.flatMap((round) => round.areas.map((area) => areaFigures(round, area, asOf))),
    documents: kindsOf(TERMS.DocumentActionKind)
      .map((action) => ({
        action,
        count: review.documents.filter((document) => document.action === action).length,
      }))
      .filter(({ count }) => count > 0),
    trainings: kindsOf(TERMS.TrainingKind)
      .map((kind) => trainingFigures(kind, review.trainings))
      .filter(({ count }) => count > 0),
  };
}

/** Items of a round in the order of its areas. */
export function itemsOf(round: ReviewRound): ReviewItem[] {
  return round.areas.flatMap((area) => area.items);
}

/** Figures of any set of items. */
export function countItems(items: readonly ReviewItem[], asOf: IsoDate): ItemFigures {
  const having = (outcome: string) => items.filter((item) => itemOutcome(item, asOf) === outcome);
  const closed = having('CLOSED');
  const counts: StatusCounts = {};
  for (const item of items) {
    const status = statusOn(item, asOf);
    counts[status] = (counts[status] ?? 0) + 1;
  }
  const counted = items.filter((item) => ITEM_LIFE_CYCLE.is('isCounted', item.status));
  const measures = counted
    .flatMap((item) => item.measures)
    .filter((measure) => MEASURE_LIFE_CYCLE.is('isCounted', measure.status));
  return {
    itemCount: items.length,
    withdrawnCount: having('WITHDRAWN').length,
    closedCount: closed.length,
    longTermCount: having('LONG_TERM').length,
    openCount: having('OPEN').length,
    overdueCount: items.filter((item) => daysOverdue(item, asOf) !== null).length,
    closedWithEvidenceCount: closed.filter((item) => item.acceptedEvidenceCount > 0).length,
    measureCount: measures.length,
    acceptedMeasureCount: measures.filter(({ status }) =>
      MEASURE_LIFE_CYCLE.is('isCompleted', status),
    ).length,
    completionRate: completionRate(counts),
    amountInvolved: sumMoney(counted),
  };
}

function sumMoney(items: readonly ReviewItem[]): MoneySum {
  const stated = items.flatMap(({ fields: { amountInvolvedFen: fen } }) =>
    typeof fen === 'number' ? [fen] : [],
  );
  return {
    sumFen: stated.reduce((sum, fen) => sum + fen, 0),
    statedCount: stated.length,
    unstatedCount: items.length - stated.length,
  };
}

function areaFigures(round: ReviewRound, area: ReviewArea, asOf: IsoDate): AreaFigures {
  return {
    roundCode: round.code,
    organization: round.inspectedOrganization.name,
    ordinal: area.ordinal,
    title: area.title,
    ...countItems(area.items, asOf),
  };
}

function trainingFigures(kind: TrainingKind, all: readonly ReviewTraining[]): TrainingFigures {
  const rows = all.filter((training) => training.kind === kind);
  const sum = (read: (training: ReviewTraining) => number) =>
    rows.reduce((total, training) => total + read(training), 0);
  return {
    kind,
    count: rows.length,
    sessions: sum((training) => training.sessionCount),
    attendances: sum((training) => training.attendanceCount ?? 0),
    // In tenths, as the ledger keeps them: 0.1 and 0.2 are 0.3.
    hours: sum((training) => Math.round((training.hours ?? 0) * 10)) / 10,
    withoutAttendance: rows.filter((training) => training.attendanceCount === null).length,
  };
}

function kindsOf<Kind extends string>(terms: Readonly<Record<Kind, unknown>>): Kind[] {
  return Object.keys(terms) as Kind[];
}
