const PAGES: Record<string, string> = {
  RectificationItem: 'items',
  InstitutionalDocument: 'documents',
  Training: 'trainings',
  StandingMechanism: 'mechanisms',
  InspectionRound: 'rounds',
  BiweeklyReport: 'biweekly',
};

/** The page of the record that a notification is about; null when it has none. */
export function subjectAddress(subjectId: string): string | null {
  const page = PAGES[subjectId.slice(0, subjectId.indexOf('_'))];
  return page ? `/${page}/${subjectId}` : null;
}
