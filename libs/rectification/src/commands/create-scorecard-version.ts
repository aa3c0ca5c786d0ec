import { type CommandScope } from '@taizhang/platform';

type Criteria = { name: string; weight: number }[];

export async function createVersion(
  { tx }: CommandScope,
  scorecardId: string,
  ordinal: number,
  criteria: Criteria,
) {
  const numbered = criteria.map(({ name, weight }, index) => ({
    ordinal: index + 1,
    name,
    weight,
  }));
  await tx.scorecardVersion.create({
    data: { scorecardId, ordinal, criteria: { create: numbered } },
  });
}
