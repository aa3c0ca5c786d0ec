/** The exact sum of decimals that have at most one digit behind the point, such as hours: 0.1 and 0.2 are 0.3. */
export const sumTenths = (values: Iterable<number>): number => {
  let tenths = 0;
  for (const value of values) tenths += Math.round(value * 10);
  return tenths / 10;
};
