import type { LedgerModel } from '../changes/ledger-model.ts';
import type { EventKind } from '../database/generated/client/enums.ts';
import type { BilingualText } from './bilingual.ts';

declare const CATALOGUED: unique symbol;

/** A type of event that stands in a catalogue; only {@link defineEvents} makes one, so no other is ever written. */
export type EventType<Name extends string = string> = Name & { readonly [CATALOGUED]: true };

/** A kind of event: what it is called in the log, whose row it changes, and how people read of it. */
export interface EventDefinition<
  Subject extends LedgerModel = LedgerModel,
  Type extends string = string,
> {
  /** Verb in the past tense, such as MEASURE_SUBMITTED. */
  type: EventType<Type>;
  /** The Prisma model of the row. */
  subject: Subject;
  words: BilingualText;
  /** Whether the history of the row's item leaves it out: a copy made for a report, say. */
  isQuiet?: boolean;
  kind?: never;
}

/** What happens and changes no row of the ledger: a sign-in, a read, an export, a refusal, a reminder. */
export interface NoteDefinition<
  Subject extends string | null = string | null,
  Type extends string = string,
  Told extends string = never,
> {
  type: EventType<Type>;
  /** What it is about: mostly a Prisma model; null where it may be any. */
  subject: Subject;
  words: BilingualText;
  /** All but CHANGE may be forgotten after the retention time. */
  kind: EventKind;
  /** The names of what it tells in `after`; nothing when unsaid. */
  tells?: readonly Told[];
  isQuiet?: never;
}

/** Any kind of event. */
export type AnyEventDefinition = EventDefinition | NoteDefinition<string | null, string, string>;

/** A domain's events by their types. */
export type EventCatalogue<Definitions> = {
  readonly [Type in keyof Definitions & string]: Definitions[Type] extends {
    kind: EventKind;
    subject: infer Subject extends string | null;
  }
    ? NoteDefinition<
        Subject,
        Type,
        Definitions[Type] extends { tells: readonly (infer Told extends string)[] } ? Told : never
      >
    : Definitions[Type] extends { subject: infer Subject extends LedgerModel }
      ? EventDefinition<Subject, Type>
      : never;
};

/** Gives each definition the type that it stands under. */
export const defineEvents = <
  const Definitions extends Record<
    string,
    Omit<EventDefinition, 'type'> | Omit<NoteDefinition<string | null, string, string>, 'type'>
  >,
>(
  definitions: Definitions,
): EventCatalogue<Definitions> =>
  Object.fromEntries(
    Object.entries(definitions).map(([type, definition]) => [type, { type, ...definition }]),
  ) as unknown as EventCatalogue<Definitions>;
