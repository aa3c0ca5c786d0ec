import type { Caller } from '../caller.ts';
import type { BilingualText } from '../rules/index.ts';

/** A kind of long work: what a hub needs to go on with it, and who may. */
export interface ActDefinition {
  /** The mutation that begins it, such as importNotice. */
  command: string;
  /** Why the caller may not stop or undo what was done at a place; null when they may. */
  refuse: (caller: Caller, organizationId: string | null) => BilingualText | null;
}

const definitions = new Map<string, ActDefinition>();

/** Makes a kind of act known, so that any hub goes on with it after another one was killed. */
export function defineAct(definition: ActDefinition): ActDefinition {
  definitions.set(definition.command, definition);
  return definition;
}

/** A kind of act by its command; undefined when this hub does not know it. */
export const findAct = (command: string): ActDefinition | undefined => definitions.get(command);
