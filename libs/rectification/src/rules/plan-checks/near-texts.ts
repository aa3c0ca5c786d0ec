/** A text without what two writers may put differently: width, case, spaces, punctuation. */
export const normalizeText = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\p{P}\p{S}]+/gu, '');

/** From this share of common pairs of characters on, two texts are nearly the same. */
const ALIKE = 0.8;
/** Shorter texts are alike by chance. */
const SHORTEST = 8;
/** So much of a text is compared; a title of this length is not told apart by its end. */
const LONGEST = 200;
/** So many rare pairs two alike texts share at least; only who does is compared in full. */
const SHARED = 3;
/** So often another text is met for one: what thousands of texts say alike is no near miss. */
const MEETINGS = 16_000;

// A pair of characters as one small integer: how often it occurs in the high bits, so that rare ones sort
// first, and what it hashes to in the low ones.
const HASH_BITS = 20;
const MOST_OFTEN = 2 ** 10 - 1;

const hashPair = (text: string, at: number): number =>
  Math.imul((text.charCodeAt(at) << 16) ^ text.charCodeAt(at + 1), 0x9e3779b1) >>> (32 - HASH_BITS);

/**
 * Finds texts that are nearly the same without comparing each with each. Texts that have four fifths
 * of their pairs in common must have some of their rarest pairs in common: only by those are
 * others looked up. Texts are asked and added by their number.
 */
export class NearTexts {
  readonly #texts: readonly string[];
  readonly #pairs: (Uint32Array | null)[];
  readonly #byRarePair = new Map<number, number[]>();
  readonly #shared: Uint8Array;
  readonly #added = new Set<string>();

  /** All texts that will be asked or added, normalized: they decide which pairs are rare. */
  constructor(texts: readonly string[]) {
    this.#texts = texts;
    const counts = new Uint16Array(2 ** HASH_BITS);
    for (const text of texts)
      eachPair(text, (pair) => {
        if (counts[pair]! < MOST_OFTEN) counts[pair]! += 1;
      });
    this.#pairs = texts.map((text) => pairsOf(text, counts));
    this.#shared = new Uint8Array(texts.length);
  }

  /** The number of an added text that is nearly, but not quite, the same. */
  find(asked: number): number | null {
    const pairs = this.#pairs[asked];
    if (!pairs) return null;
    const met: number[] = [];
    const found = this.#meet(asked, pairs, met);
    for (const other of met) this.#shared[other] = 0;
    return found;
  }

  #meet(asked: number, pairs: Uint32Array, met: number[]): number | null {
    for (const pair of rarest(pairs))
      for (const other of this.#byRarePair.get(pair) ?? []) {
        if (met.length === MEETINGS) return null;
        met.push(other);
        this.#shared[other]! += 1;
        if (this.#shared[other] !== SHARED || this.#texts[other] === this.#texts[asked]) continue;
        if (areAlike(pairs, this.#pairs[other]!)) return other;
      }
    return null;
  }

  add(added: number): void {
    const pairs = this.#pairs[added];
    const text = this.#texts[added]!;
    if (!pairs || this.#added.has(text)) return;
    this.#added.add(text);
    for (const pair of rarest(pairs)) {
      const others = this.#byRarePair.get(pair);
      if (others) others.push(added);
      else this.#byRarePair.set(pair, [added]);
    }
  }
}

function eachPair(text: string, visit: (pair: number) => void): void {
  const end = Math.min(text.length, LONGEST) - 1;
  if (text.length >= SHORTEST) for (let at = 0; at < end; at += 1) visit(hashPair(text, at));
}

/** A text's pairs, each once, the rarest first; null for a text that is too short to tell. */
function pairsOf(text: string, counts: Uint16Array): Uint32Array | null {
  if (text.length < SHORTEST) return null;
  const pairs = new Uint32Array(Math.min(text.length, LONGEST) - 1);
  let length = 0;
  eachPair(text, (pair) => {
    pairs[length] = (counts[pair]! << HASH_BITS) | pair;
    length += 1;
  });
  pairs.sort();
  let kept = 0;
  for (const pair of pairs)
    if (kept === 0 || pairs[kept - 1] !== pair) {
      pairs[kept] = pair;
      kept += 1;
    }
  return pairs.subarray(0, kept);
}

/**
 * So many that an alike text has SHARED of them: the smallest one has ALIKE / (2 - ALIKE) as many pairs,
 * and all of them are common.
 */
const rarest = (pairs: Uint32Array): Uint32Array =>
  pairs.subarray(0, pairs.length - Math.ceil((pairs.length * ALIKE) / (2 - ALIKE)) + SHARED);

function areAlike(one: Uint32Array, other: Uint32Array): boolean {
  // What is not common may be a fifth of both; most others are given up after a few pairs.
  let spare = Math.floor((1 - ALIKE) * (one.length + other.length));
  if (Math.abs(one.length - other.length) > spare) return false;
  let here = 0;
  let there = 0;
  while (here < one.length && there < other.length) {
    const difference = one[here]! - other[there]!;
    if (difference !== 0) {
      spare -= 1;
      if (spare < 0) return false;
    }
    if (difference <= 0) here += 1;
    if (difference >= 0) there += 1;
  }
  return one.length - here + other.length - there <= spare;
}
