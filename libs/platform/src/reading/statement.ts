import { written, type Part } from './part.ts';
import type { Request } from './request.ts';
import { RowSet } from './row-set.ts';

/**
 * One statement: its sets of rows and single numbers. What is compiled of a document is kept, and asked again for
 * other requests; what is told of a request is good until the next one is told.
 */
export class Statement {
  readonly models = new Set<string>();
  readonly #sets: RowSet[] = [];
  readonly #numbers: Part[] = [];
  #found: readonly unknown[] = [];
  #request: Request | null = null;
  #aliases = 0;

  alias(): string {
    return `t${this.#aliases++}`;
  }

  /** Notes that rows of a model are read. */
  touch(model: string): void {
    this.models.add(model);
  }

  /** A number beside the sets, such as a count of everything. */
  number(sql: Part): () => number {
    const index = this.#numbers.push(sql) - 1;
    return () => Number(this.#found[index]);
  }

  add(model: string, owner: RowSet | null): RowSet {
    const set = new RowSet(this, model, owner);
    this.#sets.push(set);
    return set;
  }

  get isEmpty(): boolean {
    return !this.#sets.length && !this.#numbers.length;
  }

  text(request: Request): string {
    const shared = this.#sets.filter((set) => set.isShared).map((set) => set.shared(request));
    const columns = [
      ...this.#numbers.map((sql) => written(sql, request)),
      ...this.#sets.map((set) => set.column(request)),
    ];
    return `${shared.length ? `WITH ${shared.join(', ')} ` : ''}SELECT ${columns.join(', ')}`;
  }

  /** Takes the one row that came. Until the next is taken, readers read from it. */
  take(row: readonly unknown[], request: Request): void {
    this.#request = request;
    this.#found = row;
    this.#sets.forEach((set, index) => set.take(row[this.#numbers.length + index]));
  }

  /** Lets go of the rows: what is compiled is kept for long, what was read is not. */
  release(): void {
    this.#request = null;
    this.#found = [];
    for (const set of this.#sets) set.release();
  }

  /** Whose answer is being read. */
  get request(): Request {
    return this.#request!;
  }
}
