/** The steps of a life cycle as a table: by action, from which statuses to which, and the event it leaves. */
export type StepTable = Readonly<
  Record<
    string,
    { readonly from: readonly string[]; readonly to: string; readonly event: { type: string } }
  >
>;

/** What of a life cycle the log can be read by. */
interface Course {
  /** The status in which each event that makes such a record leaves it. */
  born: Readonly<Record<string, string>>;
  steps: StepTable;
}

/** What the log keeps of one event, as far as the status goes. */
export interface LoggedEvent {
  type: string;
  subjectVersion: number | null;
}

/**
 * Rebuilds a record's status and version from its own events alone, oldest first. Events that are no
 * step, such as an edit, only count the version up.
 *
 * @throws Error where the log cannot have come about: a step out of order, a version left out.
 */
export function replayEvents(
  { born, steps }: Course,
  events: readonly LoggedEvent[],
): { status: string; version: number } {
  const [first, ...later] = events;
  const start = first && born[first.type];
  if (!first || !start) throw new Error(`A record does not begin with ${first?.type ?? 'nothing'}`);
  const byEvent = new Map(Object.values(steps).map((step) => [step.event.type, step]));
  let [status, version] = [start, first.subjectVersion ?? 1];
  for (const event of later) {
    const step = byEvent.get(event.type);
    if (step && !step.from.includes(status))
      throw new Error(`${event.type} does not follow from ${status}`);
    if (event.subjectVersion !== version + 1)
      throw new Error(`${event.type} left version ${event.subjectVersion} after ${version}`);
    status = step?.to ?? status;
    version += 1;
  }
  return { status, version };
}

/**
 * The statuses on the shortest way from one status to another, both included; empty when there is none.
 * Of ways as short, the one whose steps come first in the table.
 */
export function courseOf<Status extends string>(
  steps: StepTable,
  from: Status,
  to: Status,
): Status[] {
  const ways = new Map<string, string[]>([[from, [from]]]);
  for (const [status, way] of ways)
    for (const step of Object.values(steps))
      if (step.from.includes(status) && !ways.has(step.to)) ways.set(step.to, [...way, step.to]);
  return (ways.get(to) ?? []) as Status[];
}
