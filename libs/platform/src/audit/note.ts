import type { Prisma } from '../database/generated/client/client.ts';
import type { NoteDefinition } from '../rules/define-events.ts';
import type { NewEvent } from './append-events.ts';

type About<Told extends string> = Omit<
  NewEvent,
  'type' | 'subjectType' | 'kind' | 'before' | 'after'
> &
  ([Told] extends [never]
    ? { after?: never }
    : {
        /** What was so before, where that is told. */
        before?: Prisma.InputJsonObject;
        after: Record<Told, Prisma.InputJsonValue | null | undefined>;
      });

/** The entry in the log of something that changed no row: a sign-in, a read, an export, a reminder. */
export const note = <Told extends string = never>(
  { type, subject, kind }: NoteDefinition<string, string, Told>,
  about: About<Told>,
): NewEvent => ({ type, subjectType: subject, kind, ...about });
