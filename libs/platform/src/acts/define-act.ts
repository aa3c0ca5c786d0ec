import type { Caller } from '../caller.ts';
import type { BilingualText } from '../rules/index.ts';

/** A kind of long work: what a hub needs to go on with it, and who may. */
export interface ActDefinition {
  /** The mutation that begins it, such as importNotice. */
  command: string;
  /** Where the caller may look at, stop and undo such acts: organizations, or null for everywhere. */
  places: (caller: Caller) => readonly string[] | null;
  /** What whoever may not is told. */
  refusal: BilingualText;
}

const definitions = new Map<string, ActDefinition>();

/** Makes a kind of act known, so that any hub goes on with it after another one was killed. */
export function defineAct(definition: ActDefinition): ActDefinition {
  definitions.set(definition.command, definition);
  return definition;
}

/** Every kind of act that this hub knows. */
export const knownActs = (): ActDefinition[] => [...definitions.values()];

/** A kind of act by its command; undefined when this hub does not know it. */
export const findAct = (command: string): ActDefinition | undefined => definitions.get(command);
