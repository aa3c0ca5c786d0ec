import type { Caller } from '@taizhang/platform';
import { byRule, type Refusal } from './refusal.ts';
import type { RoundState } from './round-rules.ts';
import { aPersonActs, refuseTableStep, type TableStep } from './table-step.ts';

export const SAMPLE_RESULTS = ['PENDING', 'PASSED', 'FAILED'] as const;
export type SampleResult = (typeof SAMPLE_RESULTS)[number];

export const LOOK_BACK_STATUSES = ['DRAWN', 'COMPLETED'] as const;
export type LookBackStatus = (typeof LOOK_BACK_STATUSES)[number];

/** What the rules need to know of a sampled item; its result is its status. */
export interface SampleState {
  status: SampleResult;
  closedById: string | null;
  round: RoundState;
}

const closerDoesNotLookBack = ({ closedById }: SampleState, { personId }: Caller) =>
  closedById === personId
    ? byRule(
        'four-eyes',
        '销号人不能复查自己销号的问题',
        'Who closed the item cannot look back at it',
      )
    : null;

/** The life cycle of a sample, by the mutation that takes each step. */
export const SAMPLE_STEPS = {
  passLookBackSample: {
    from: ['PENDING'],
    to: 'PASSED',
    permission: 'look-back:run',
    event: 'LOOK_BACK_SAMPLE_PASSED',
    guards: [aPersonActs, closerDoesNotLookBack],
  },
  failLookBackSample: {
    from: ['PENDING'],
    to: 'FAILED',
    permission: 'look-back:run',
    event: 'LOOK_BACK_SAMPLE_FAILED',
    needsReason: true,
    guards: [aPersonActs, closerDoesNotLookBack],
  },
} as const satisfies Record<string, TableStep<SampleResult, SampleState>>;
export type SampleAction = keyof typeof SAMPLE_STEPS;
export const SAMPLE_ACTIONS = Object.keys(SAMPLE_STEPS) as SampleAction[];

/** The life cycle of a review: nobody completes it, the last result does. */
export const LOOK_BACK_STEPS = {
  completeLookBackReview: { from: ['DRAWN'], to: 'COMPLETED', event: 'LOOK_BACK_COMPLETED' },
} as const satisfies Record<
  string,
  { from: readonly LookBackStatus[]; to: LookBackStatus; event: string }
>;

/** Whether results make a review complete: each sample has one. */
export const isLookBackComplete = (results: readonly string[]): boolean =>
  results.every((result) => result !== 'PENDING');

/** Why the caller may not record the sample's result now; null when they may. */
export const refuseSampleStep = (
  action: SampleAction,
  sample: SampleState,
  caller: Caller,
): Refusal | null =>
  refuseTableStep<SampleResult, SampleState>(
    SAMPLE_STEPS[action],
    sample,
    [sample.round.inspectedOrganizationId],
    caller,
  );

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
