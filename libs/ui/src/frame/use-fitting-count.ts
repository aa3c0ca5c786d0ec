import { useLayoutEffect, useState, type RefObject } from 'react';

/** The bar at the bottom of a phone holds so many entries, the last of which may be "more". */
const PHONE_PLACES = 5;

/**
 * How many of a navigation's entries have room in it; the rest goes behind "more". Entries are measured as
 * they are: no width is guessed, whatever the language, the font and the viewport.
 *
 * @param navigation holds an `<a>` an entry, the ones without room `hidden`, and lastly the "more" button.
 * @param wording changes whenever the entries may have become wider or narrower.
 */
export function useFittingCount(
  navigation: RefObject<HTMLElement | null>,
  total: number,
  wording: string,
): number {
  const [count, setCount] = useState(total);
  useLayoutEffect(() => {
    const element = navigation.current;
    if (!element || typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(() => setCount(fittingCount(element, total)));
    observer.observe(element);
    return () => observer.disconnect();
  }, [navigation, total, wording]);
  return Math.min(count, total);
}

function fittingCount(navigation: HTMLElement, total: number): number {
  if (getComputedStyle(navigation).position === 'fixed')
    return total <= PHONE_PLACES ? total : PHONE_PLACES - 1;
  const { ends, more } = measure(navigation);
  const room = navigation.clientWidth;
  if ((ends.at(-1) ?? 0) <= room) return total;
  const fitting = ends.filter((end) => end + more <= room).length;
  // A lone first entry says more than none.
  return Math.max(1, fitting);
}

/** Where each entry would end with all of them shown, and the width that "more" takes. */
function measure(navigation: HTMLElement) {
  const start = navigation.getBoundingClientRect().left;
  const parts = [...navigation.children].filter((part) => part instanceof HTMLElement);
  const wereHidden = parts.map(({ hidden }) => hidden);
  for (const part of parts) part.hidden = false;
  const ends = parts
    .filter(({ tagName }) => tagName === 'A')
    .map((part) => part.getBoundingClientRect().right - start);
  const more = parts.at(-1)?.getBoundingClientRect().width ?? 0;
  parts.forEach((part, index) => (part.hidden = wereHidden[index] ?? false));
  return { ends, more };
}
