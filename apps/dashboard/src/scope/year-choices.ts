/** The years to offer, newest first: from the first inspection to this year, and one that the address names. */
export function yearChoices(
  inspectedFrom: readonly (string | null | undefined)[],
  thisYear: number,
  chosen?: number,
): number[] {
  const starts = inspectedFrom.flatMap((date) => (date ? [Number(date.slice(0, 4))] : []));
  const first = Math.min(thisYear, ...starts);
  const years = new Set(
    Array.from({ length: thisYear - first + 1 }, (_, offset) => first + offset),
  );
  if (chosen !== undefined) years.add(chosen);
  return [...years].sort((one, other) => other - one);
}
