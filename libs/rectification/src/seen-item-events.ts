import { placesWith } from '@taizhang/access/rules';
import type { Caller, LedgerModel, Prisma } from '@taizhang/platform';

/** What whoever sees an item sees with it, wherever it was read when it changed. */
const SEEN_WITH_THE_ITEM = [
  'RectificationItem',
  'CorrectiveMeasure',
  'DocumentAction',
  'EffectivenessEvaluation',
  'Evidence',
  'ExtensionRequest',
  'ExternalRef',
  'FindingManifestation',
  'LookBackSample',
  'Milestone',
  'SatisfactionSurvey',
  'Supervision',
  'Training',
] as const satisfies LedgerModel[];

/**
 * The events of an item's history that the caller may see: of the item and what hangs on it, and of anything
 * else, such as what a unit reports of it, only where the caller could read it when it happened.
 */
export function seenItemEvents(caller: Caller | null): Prisma.EventWhereInput {
  if (!caller) return { id: { in: [] } };
  const whole = placesWith(caller, 'item:read-all');
  const units = placesWith(caller, 'item:read-unit');
  if (whole === null || units === null) return {};
  const read = [
    ...whole.map((place) => `item/${place}`),
    ...units.map((place) => `item-unit/${place}`),
  ];
  return {
    OR: [
      { operation: null },
      { subjectType: { in: [...SEEN_WITH_THE_ITEM] } },
      { placesAfter: { hasSome: read } },
      { placesBefore: { hasSome: read } },
    ],
  };
}
