import { describeWords } from '../rules/bilingual.ts';
import type { LifeCycle } from '../rules/life-cycle/index.ts';
import { builder } from './builder.ts';

type Described<Status extends string> = Readonly<Record<Status, { description: string }>>;

/** The schema's enum of a life cycle's statuses, in the order and with the words of its table. */
export function statusEnum<Status extends string>(
  name: string,
  description: string,
  { everyStatus, statuses }: Pick<LifeCycle, 'statuses'> & { everyStatus: readonly Status[] },
) {
  return builder.enumType(name, {
    description,
    values: Object.fromEntries(
      everyStatus.map((status) => {
        const { words, means } = statuses[status]!;
        return [status, { description: describeWords(words, means) }];
      }),
    ) as Described<Status>,
  });
}
