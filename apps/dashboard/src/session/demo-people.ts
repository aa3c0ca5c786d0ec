interface WithRole {
  role: string;
}

/** The demo people in the hub's order, but those made for looking at a dashboard first. */
export function viewersFirst<Person extends WithRole>(people: readonly Person[]): Person[] {
  const isViewer = ({ role }: Person) => role === 'DASHBOARD_VIEWER';
  return [...people.filter(isViewer), ...people.filter((person) => !isViewer(person))];
}
