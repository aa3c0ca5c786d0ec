import { type CommandScope } from '@taizhang/platform';
import { RECTIFICATION_EVENTS } from '../rules/index.ts';

type Criteria = { name: string; weight: number }[];

/** Makes an edition of a scorecard with its criteria in order. */
export async function createVersion(
  { create, createMany }: CommandScope,
  scorecardId: string,
  ordinal: number,
  criteria: Criteria,
): Promise<void> {
  const version = await create(RECTIFICATION_EVENTS.SCORECARD_VERSION_ADDED, {
    scorecardId,
    ordinal,
  });
  await createMany(
    RECTIFICATION_EVENTS.SCORECARD_CRITERION_ADDED,
    criteria.map(({ name, weight }, index) => ({
      scorecardVersionId: version.id,
      ordinal: index + 1,
      name,
      weight,
    })),
  );
}
