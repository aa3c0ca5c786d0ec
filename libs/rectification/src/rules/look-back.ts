import { defineLifeCycle } from '@taizhang/access/rules';
import type { Row } from '@taizhang/platform';
import {
  aPersonActs,
  bilingual,
  byRule,
  guard,
  reasonField,
  requiredReasonField,
  type Refusal,
} from '@taizhang/platform/rules';
import { RECTIFICATION_EVENTS as EVENTS } from './events.ts';
import type { RoundState } from './round-rules.ts';

export type SampleResult = Row<'LookBackSample'>['result'];

/** What the rules need to know of a sampled item; its result is its status. */
export interface SampleState {
  status: SampleResult;
  closedById: string | null;
  round: RoundState;
}

const closerDoesNotLookBack = guard(
  'four-eyes',
  '销号人不能复查自己销号的问题',
  'Who closed the item cannot look back at it',
  ({ closedById }: SampleState, { personId }) => closedById !== personId,
);

/** The life cycle of a sample, by the mutation that takes each step. */
export const SAMPLE_LIFE_CYCLE = defineLifeCycle({
  subject: 'LookBackSample',
  words: bilingual('回头看样本', 'Look-back sample'),
  column: 'result',
  places: ({ round }: SampleState) => [round.inspectedOrganizationId],
  statuses: {
    PENDING: {
      words: bilingual('待复查', 'Pending'),
      means: bilingual('尚未复查', 'not looked at yet'),
      traits: { isOpen: true },
    },
    PASSED: {
      words: bilingual('合格', 'Passed'),
      means: bilingual('整改仍到位', 'still put right'),
      traits: { isOpen: false },
    },
    FAILED: {
      words: bilingual('不合格', 'Failed'),
      means: bilingual('问题重新打开', 'the item is reopened'),
      traits: { isOpen: false },
    },
  },
  born: { LOOK_BACK_SAMPLED: 'PENDING' },
  steps: (step) => ({
    passLookBackSample: step({
      from: ['PENDING'],
      to: 'PASSED',
      permission: 'look-back:run',
      guards: [aPersonActs, closerDoesNotLookBack],
      fields: { reason: reasonField('说明。What was found.') },
      sets: (_sample, { reason }, { caller, now }) => ({
        note: reason ?? null,
        reviewedById: caller.personId,
        reviewedAt: now,
      }),
      event: EVENTS.LOOK_BACK_SAMPLE_PASSED,
      words: bilingual('抽查合格', 'Passed'),
      description: '抽查合格。By somebody else than who closed the item: PENDING → PASSED.',
    }),
    failLookBackSample: step({
      from: ['PENDING'],
      to: 'FAILED',
      permission: 'look-back:run',
      guards: [aPersonActs, closerDoesNotLookBack],
      fields: { reason: requiredReasonField('理由。What was found wanting.') },
      sets: (_sample, { reason }, { caller, now }) => ({
        note: reason,
        reviewedById: caller.personId,
        reviewedAt: now,
      }),
      event: EVENTS.LOOK_BACK_SAMPLE_FAILED,
      words: bilingual('抽查不合格', 'Failed'),
      description: '抽查不合格。With a reason; reopens the item: PENDING → FAILED.',
      advice: bilingual('记为不合格后，该问题随即重新打开。', 'The item is reopened at once.'),
      isDangerous: true,
    }),
  }),
});

/** The life cycle of a review: nobody completes it, the last result does. */
export const LOOK_BACK_LIFE_CYCLE = defineLifeCycle({
  subject: 'LookBackReview',
  words: bilingual('回头看', 'Look-back review'),
  places: (_review: { status: Row<'LookBackReview'>['status'] }) => [],
  statuses: {
    DRAWN: {
      words: bilingual('已抽取', 'Drawn'),
      means: bilingual('待复查结果', 'results are still to come'),
      traits: { isOpen: true },
    },
    COMPLETED: {
      words: bilingual('已完成', 'Completed'),
      means: bilingual('每个样本均有结果', 'every sample has its result'),
      traits: { isOpen: false },
    },
  },
  born: { LOOK_BACK_DRAWN: 'DRAWN' },
  steps: (step) => ({
    completeLookBackReview: step({
      from: ['DRAWN'],
      to: 'COMPLETED',
      permission: null,
      fields: {},
      sets: (_review, _fields, { now }) => ({ completedAt: now }),
      event: EVENTS.LOOK_BACK_COMPLETED,
      words: bilingual('回头看完成', 'Complete the review'),
      description: '回头看完成。The last result completes it: DRAWN → COMPLETED.',
    }),
  }),
});

/** Whether results make a review complete: each sample has one. */
export const isLookBackComplete = (results: readonly SampleResult[]): boolean =>
  results.every((result) => !SAMPLE_LIFE_CYCLE.is('isOpen', result));

/** How many to draw: a number as it is, a percentage rounded up. */
export const sampleSizeOf = (
  wanted: { sampleSize?: number | null | undefined; percent?: number | null | undefined },
  population: number,
): number => wanted.sampleSize ?? Math.ceil(((wanted.percent ?? 100) * population) / 100);

/** Why so many cannot be drawn from the population; null when they can. */
export function refuseSampleSize(size: number, population: number): Refusal | null {
  if (population === 0)
    return byRule(
      'has-closed-items',
      '还没有已销号的问题可抽查',
      'No closed item to draw from yet',
    );
  return size > population
    ? byRule(
        'sample-within-closed',
        `最多可抽 ${population} 件`,
        `At most ${population} closed items can be drawn`,
      )
    : null;
}

/**
 * Draws a sample that anybody can repeat: each code is ranked by the SHA-256 of
 * `seed`, a colon and the code, as hexadecimal text; the lowest come first.
 *
 * @param sha256 gives the hash of a text's UTF-8 bytes in lower-case hexadecimal.
 */
export function drawSample(
  codes: readonly string[],
  size: number,
  seed: string,
  sha256: (text: string) => string,
): string[] {
  const ranked = [...new Set(codes)].map((code) => ({ code, rank: sha256(`${seed}:${code}`) }));
  ranked.sort((one, other) => (one.rank < other.rank ? -1 : 1));
  return ranked.slice(0, size).map(({ code }) => code);
}
