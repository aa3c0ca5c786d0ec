const BEYOND_ONE_UNIT = /[\u{10000}-\u{10ffff}]/u;

/** How many characters a text has, as Unicode counts: one of two UTF-16 units is one character. */
export const countPlaces = (text: string): number =>
  BEYOND_ONE_UNIT.test(text) ? [...text].length : text.length;

/** Tells for each UTF-16 unit of a text at which a character begins how many characters stand before it. */
export function placesIn(text: string): (unit: number) => number {
  if (!BEYOND_ONE_UNIT.test(text)) return (unit) => unit;
  const places = new Uint32Array(text.length + 1);
  let [unit, place] = [0, 0];
  for (const character of text) {
    places[unit] = place++;
    unit += character.length;
  }
  places[unit] = place;
  return (at) => places[at]!;
}
