/** What the loaded demonstration holds, counted by hand from the notice and the data files. */
export const DEMO_EXPECTATIONS = {
  /** The round that the notice reports on. */
  minhang: {
    roundCode: 'MH-WL-2024',
    areas: 4,
    itemsByArea: [3, 3, 3, 2],
    items: 11,
    measuresByItem: {
      '1.1': 8,
      '1.2': 5,
      '1.3': 3,
      '2.1': 4,
      '2.2': 3,
      '2.3': 3,
      '3.1': 3,
      '3.2': 3,
      '3.3': 4,
      '4.1': 3,
      '4.2': 2,
    },
    measures: 41,
    itemsByStatus: {
      CLOSED: 6,
      VERIFYING: 1,
      SUBMITTED: 1,
      IN_PROGRESS: 1,
      LONG_TERM: 1,
      REOPENED: 1,
    },
    /** On every day from 2025-12-31 to 2027-01-31. */
    overdueItems: ['MH-WL-2024-3.2', 'MH-WL-2024-4.1'],
    /** The notice has 31 titles in 《》: three works of art and a lecture are no documents. */
    documents: 27,
    documentActions: 29,
    documentActionsByKind: { REVISE: 11, DRAFT: 2, ISSUE: 4, MENTION: 12 },
    trainings: 37,
    trainingsByKind: {
      TRAINING: 10,
      LECTURE: 1,
      SYMPOSIUM: 6,
      MEETING: 7,
      FIRST_AGENDA_STUDY: 2,
      CENTRAL_GROUP_STUDY: 3,
      HEART_TO_HEART_TALK: 2,
      FIELD_RESEARCH: 3,
      VISIT: 3,
    },
    evidence: 23,
    /** Two pieces of evidence share one file; four document versions have theirs. */
    storedFiles: 26,
    extensions: 3,
    supervisions: 7,
    /** Of the six closed at the time; which two follows from the seed. */
    lookBackPopulation: [
      'MH-WL-2024-1.1',
      'MH-WL-2024-2.2',
      'MH-WL-2024-2.3',
      'MH-WL-2024-3.1',
      'MH-WL-2024-3.3',
      'MH-WL-2024-4.2',
    ],
    lookBackSamples: 2,
    evaluationTotal: 83.7,
  },
  /** The invented bureau beside it. */
  modelBureau: {
    roundCode: 'MH-SF-2025',
    areas: 1,
    items: 2,
    measures: 3,
    documents: 0,
    trainings: 1,
  },
  organizations: 18,
  people: 28,
} as const;
