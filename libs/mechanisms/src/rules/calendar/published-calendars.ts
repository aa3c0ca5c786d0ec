/** The days off and the days worked instead of one year, as they were published. */
export interface YearCalendar {
  year: number;
  /** Who published it and under which title. */
  source: string;
  /** Days off beside Saturdays and Sundays, or on them. */
  daysOff: readonly string[];
  /** Saturdays and Sundays that are worked. */
  workedDays: readonly string[];
}

const daysOf = (year: number, month: number, from: number, to = from) =>
  Array.from({ length: to - from + 1 }, (_, index) =>
    [year, month, from + index].map((part) => String(part).padStart(2, '0')).join('-'),
  );

/** The calendars that the program comes with; later ones are published in the hub. */
export const PUBLISHED_CALENDARS: readonly YearCalendar[] = [
  {
    year: 2025,
    source: '国务院办公厅关于2025年部分节假日安排的通知',
    daysOff: [
      ...daysOf(2025, 1, 1),
      ...daysOf(2025, 1, 28, 31),
      ...daysOf(2025, 2, 1, 4),
      ...daysOf(2025, 4, 4, 6),
      ...daysOf(2025, 5, 1, 5),
      ...daysOf(2025, 5, 31),
      ...daysOf(2025, 6, 1, 2),
      ...daysOf(2025, 10, 1, 8),
    ],
    workedDays: ['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'],
  },
  {
    year: 2026,
    source: '国务院办公厅关于2026年部分节假日安排的通知',
    daysOff: [
      ...daysOf(2026, 1, 1, 3),
      ...daysOf(2026, 2, 15, 23),
      ...daysOf(2026, 4, 4, 6),
      ...daysOf(2026, 5, 1, 5),
      ...daysOf(2026, 6, 19, 21),
      ...daysOf(2026, 9, 25, 27),
      ...daysOf(2026, 10, 1, 7),
    ],
    workedDays: [
      '2026-01-04',
      '2026-02-14',
      '2026-02-28',
      '2026-05-09',
      '2026-09-20',
      '2026-10-10',
    ],
  },
];
