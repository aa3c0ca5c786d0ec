import type { AnyEventDefinition } from '../rules/define-events.ts';
import { bilingual, type BilingualText } from '../rules/bilingual.ts';

const known = new Map<string, AnyEventDefinition>();

/** Makes the events of a catalogue known. @throws Error for a type that stands in another one already. */
export function learnEvents(catalogue: Readonly<Record<string, AnyEventDefinition>>): void {
  for (const definition of Object.values(catalogue)) {
    const { type } = definition;
    if (known.has(type)) throw new Error(`The event ${type} stands in two catalogues`);
    known.set(type, definition);
  }
}

/** An event's definition by its type; undefined for one that another version of the hub wrote. */
export const findEvent = (type: string): AnyEventDefinition | undefined => known.get(type);

/** What an event is called; one of another version shows its type. */
export const wordsOfEvent = (type: string): BilingualText =>
  known.get(type)?.words ?? bilingual(type, type);
