/**
 * A rate with one decimal, 70.0%, so that a column of them lines up. It is never rounded to an end that was
 * not reached: 100.0% means every one and 0.0% means none. Null, when there is nothing to divide by, is “—”.
 */
export function formatRate(rate: number | null): string {
  if (rate === null) return '—';
  const tenths = Math.round(rate * 1000);
  const honest = rate < 1 && tenths >= 1000 ? 999 : rate > 0 && tenths === 0 ? 1 : tenths;
  return `${(honest / 10).toFixed(1)}%`;
}
