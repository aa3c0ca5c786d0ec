/** A count as the hub cuts it: by some key and by month (`2025-03`), null where no date is known. */
export interface MonthlyCount {
  key: string;
  month: string | null;
  value: number;
}

export interface MonthlyRow {
  key: string;
  /** One number a month of the axis. */
  values: number[];
  /** What has no date belongs to no month and is never spread over them. */
  undated: number;
  total: number;
}

export interface MonthlyTable {
  months: string[];
  rows: MonthlyRow[];
  monthTotals: number[];
  undated: number;
  total: number;
}

const monthPattern = /^(\d{4})-(0[1-9]|1[0-2])$/;

/**
 * Every month from the first to the last, so that a quiet month shows as a zero and not as a gap. With a
 * year it is that year's twelve, whatever happened in them.
 */
export function monthAxis(months: Iterable<string | null>, year?: number): string[] {
  if (year !== undefined) return monthsFrom(year * 12, year * 12 + 11);
  const numbers = [...months].flatMap((month) => monthNumber(month) ?? []);
  return numbers.length === 0 ? [] : monthsFrom(Math.min(...numbers), Math.max(...numbers));
}

/** Counts laid out by key and month, in the order of `keys`; keys with nothing at all are left out. */
export function tabulateMonths(
  counts: readonly MonthlyCount[],
  keys: readonly string[],
  year?: number,
): MonthlyTable {
  const months = monthAxis(
    counts.filter(({ value }) => value > 0).map(({ month }) => month),
    year,
  );
  const known = new Set(keys);
  // A value that is newer than this build comes last rather than being lost from the totals.
  const order = [
    ...keys,
    ...new Set(counts.map(({ key }) => key).filter((key) => !known.has(key))),
  ];
  const rows = order.map((key) => rowOf(key, counts, months)).filter(({ total }) => total > 0);
  return {
    months,
    rows,
    monthTotals: months.map((_, at) => sum(rows.map(({ values }) => values[at] ?? 0))),
    undated: sum(rows.map(({ undated }) => undated)),
    total: sum(rows.map(({ total }) => total)),
  };
}

function rowOf(
  key: string,
  counts: readonly MonthlyCount[],
  months: readonly string[],
): MonthlyRow {
  const own = counts.filter((count) => count.key === key);
  const values = months.map((month) =>
    sum(own.filter((c) => c.month === month).map((c) => c.value)),
  );
  const total = sum(own.map(({ value }) => value));
  return { key, values, undated: total - sum(values), total };
}

function monthNumber(month: string | null): number | undefined {
  const match = monthPattern.exec(month ?? '');
  return match ? Number(match[1]) * 12 + Number(match[2]) - 1 : undefined;
}

function monthsFrom(first: number, last: number): string[] {
  return Array.from({ length: last - first + 1 }, (_, offset) => {
    const number = first + offset;
    return `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`;
  });
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
