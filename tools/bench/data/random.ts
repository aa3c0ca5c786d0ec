/** A seeded source of chance: the same seed gives the same data on every machine. */
export class Random {
  #state: number;
  #keys = 0;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** A number from 0 up to 1, by mulberry32. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** A whole number, both ends included. */
  int(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  pick<T>(list: readonly T[]): T {
    return list[this.int(0, list.length - 1)]!;
  }

  /** Picks by weight. */
  weighted<T extends string>(weights: Partial<Record<T, number>>): T {
    const entries = Object.entries(weights) as [T, number][];
    let left = this.next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
    return (entries.find(([, weight]) => (left -= weight) < 0) ?? entries[0]!)[0];
  }

  hex(digits: number): string {
    let text = '';
    while (text.length < digits) text += this.int(0, 0xffff).toString(16).padStart(4, '0');
    return text.slice(0, digits);
  }

  /** A UUID of version 7: keys grow with time as the hub's do, so that indexes are as well packed. */
  key(): string {
    const time = (1_577_836_800_000 + this.#keys++).toString(16).padStart(12, '0');
    const [a, b] = [this.hex(3), this.hex(15)];
    return `${time.slice(0, 8)}-${time.slice(8)}-7${a}-8${b.slice(0, 3)}-${b.slice(3)}`;
  }
}
