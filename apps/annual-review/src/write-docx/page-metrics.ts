/**
 * GB/T 9704-2012 clauses 5 and 6 in twentieths of a point: A4, a 156 × 225 mm text block 37 mm below the top
 * and 28 mm from the binding, 22 lines of 28 characters of 三号 (16 pt).
 */
const twips = (millimetres: number) => Math.round((millimetres / 25.4) * 1440);

export const PAGE = { width: 11906, height: 16838 } as const;
export const BLOCK = { width: twips(156), height: twips(225) } as const;
export const MARGIN = {
  top: twips(37),
  left: twips(28),
  // Computed, not rounded on their own: what is left over must be the block.
  right: PAGE.width - twips(28) - BLOCK.width,
  bottom: PAGE.height - twips(37) - BLOCK.height,
  header: twips(15),
  footer: twips(25),
} as const;
/** 22 lines of it fit in 225 mm; 580, the rounded figure, overflows. */
export const LINE_PITCH = 579;
/** −0.25 pt a character: 28 characters of 16 pt are 2 mm wider than the block. */
export const CHARACTER_SPACING = -5;

/** The landscape pages of the schedule: the same sheet turned, its head at the binding side. */
export const TURNED = {
  top: twips(28),
  right: twips(20),
  bottom: twips(26),
  left: twips(20),
} as const;
export const TURNED_WIDTH = PAGE.height - TURNED.left - TURNED.right;

/** Half-points, as Word counts sizes. */
export const SIZE = { title: 44, body: 32, small: 21, table: 24, schedule: 18, page: 28 } as const;
