/** How many occurrences stand where. */
export interface PunctualityCounts {
  /** Done by its day. */
  onTime: number;
  /** Done after its day, within the grace. */
  late: number;
  missed: number;
  waived: number;
  open: number;
}

/** Kept ÷ (kept + missed): what was waived or is still open does not count. Null while nothing counts. */
export function punctualityOf({ onTime, late, missed }: PunctualityCounts): number | null {
  const all = onTime + late + missed;
  return all ? (onTime + late) / all : null;
}
