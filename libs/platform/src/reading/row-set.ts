import { Prisma } from '../database/generated/client/client.ts';
import { fieldOf, joinOf, quoted, type ModelField } from './models.ts';
import type { Request } from './request.ts';
import { written, type Part } from './part.ts';
import type { Statement } from './statement.ts';
import { Unsupported } from './unsupported.ts';
import { whereSql } from './where-sql.ts';

/** Reads something of a row by its number. */
export type Read<Value = unknown> = (row: number) => Value;

/** Where the rows of a set come from: the text after FROM and WHERE, and their order, which the text keeps or says. */
export interface Source {
  from: string;
  joins?: string;
  where?: string | null;
  order?: string;
}

/**
 * Rows that are read together: a page, or what belongs to all rows of another set. They come as one array a column,
 * which costs the database least, and name the row that they belong to by its number.
 */
export class RowSet {
  readonly place: Place;
  readonly owner: RowSet | null;
  readonly #name: string;
  readonly #outputs: Part[] = [];
  readonly #keys: string[] = [];
  readonly #joins: string[] = [];
  #source: Source | ((request: Request) => Source) = { from: '' };
  #rowsOfAll: string | null = null;
  #columns: unknown[][] = [];
  /** Where the rows of each row of the owner begin. */
  #starts: number[] = [];
  isShared = false;

  constructor(statement: Statement, model: string, owner: RowSet | null) {
    this.owner = owner;
    const alias = statement.alias();
    this.#name = `s${alias.slice(1)}`;
    this.place = new Place(statement, this, model, alias);
    statement.touch(model);
  }

  /** Says where the rows come from: always the same, or for each request. */
  comeFrom(source: Source | ((request: Request) => Source)): this {
    this.#source = source;
    return this;
  }

  /** Under which name the shared rows, and the number of each, are joined. */
  get name(): string {
    return this.#name;
  }

  /** A column of the rows that others are joined to by. */
  key(sql: string): string {
    this.isShared = true;
    const known = this.#keys.indexOf(sql);
    return `k${known < 0 ? this.#keys.push(sql) - 1 : known}`;
  }

  output(sql: Part): Read {
    const index = this.#outputs.push(sql) - 1;
    return (row) => this.#columns[index]![row];
  }

  join(sql: string): void {
    this.#joins.push(sql);
  }

  #rows(request: Request): string {
    if (this.#rowsOfAll !== null) return this.#rowsOfAll;
    const isForAll =
      typeof this.#source !== 'function' && this.#outputs.every((sql) => typeof sql === 'string');
    const text = this.#written(request);
    if (isForAll) this.#rowsOfAll = text;
    return text;
  }

  #written(request: Request): string {
    const columns = [
      ...(this.owner ? [`${this.owner.name}.n AS o`] : []),
      ...this.#outputs.map((sql, index) => `${written(sql, request)} AS c${index}`),
      ...this.#keys.map((sql, index) => `${sql} AS k${index}`),
    ];
    const source = typeof this.#source === 'function' ? this.#source(request) : this.#source;
    const { from, joins = '', where, order } = source;
    return `SELECT ${columns.join(', ')} FROM ${from} ${this.#joins.join(' ')} ${joins}${where ? ` WHERE ${where}` : ''}${order ? ` ORDER BY ${order}` : ''}`;
  }

  /** The rows as others are joined to them. */
  shared(request: Request): string {
    return `${this.#name} AS MATERIALIZED (SELECT row_number() OVER () AS n, r.* FROM (${this.#rows(request)}) r)`;
  }

  /** The rows as the answer has them: an array of columns. */
  column(request: Request): string {
    const columns = [
      this.owner ? 'json_agg(r.o)' : 'count(*)',
      ...this.#outputs.map((_, index) => `json_agg(r.c${index})`),
    ];
    // A function takes 100 arguments at most.
    const parts: string[] = [];
    for (let from = 0; from < columns.length; from += 90)
      parts.push(`json_build_array(${columns.slice(from, from + 90).join(', ')})`);
    const rows = this.isShared ? this.#name : `(${this.#rows(request)})`;
    return `(SELECT json_build_array(${parts.join(', ')})::text FROM ${rows} r)`;
  }

  take(text: unknown): void {
    const [first, ...columns] = (JSON.parse(String(text)) as unknown[][]).flat() as unknown[];
    this.#columns = columns.map((column) => (column ?? []) as unknown[]);
    if (!this.owner) {
      this.#starts = [0, Number(first)];
      return;
    }
    const owners = (first ?? []) as number[];
    const starts = (this.#starts = new Array<number>(this.owner.length + 1).fill(0));
    let row = 0;
    for (let owner = 0; owner < this.owner.length; owner++) {
      starts[owner] = row;
      while (row < owners.length && owners[row] === owner + 1) row++;
    }
    starts[this.owner.length] = row;
    if (row !== owners.length) throw new Error('rows came in another order than their owners');
  }

  release(): void {
    this.#columns = [];
    this.#starts = [];
  }

  get length(): number {
    return this.#starts.at(-1)!;
  }

  /** What is read of the rows that belong to a row of the owner. */
  listOf<Value>(owner: number, read: Read<Value>): Value[] {
    const [from, to] = this.rangeOf(owner);
    const list: Value[] = [];
    for (let row = from; row < to; row++) list.push(read(row));
    return list;
  }

  /** The rows that belong to a row of the owner: from, and up to. */
  rangeOf(owner: number): [from: number, to: number] {
    return [this.#starts[owner]!, this.#starts[owner + 1]!];
  }
}

/** A model's row within a set: its own, or one that a relation leads to. */
export class Place {
  readonly set: RowSet;
  readonly model: string;
  readonly alias: string;
  readonly #statement: Statement;
  readonly #raw = new Map<string, Read>();
  readonly #ones = new Map<string, Place>();

  constructor(statement: Statement, set: RowSet, model: string, alias: string) {
    this.#statement = statement;
    this.set = set;
    this.model = model;
    this.alias = alias;
  }

  /** A column as JSON has it. */
  raw(name: string): Read {
    const known = this.#raw.get(name);
    if (known) return known;
    const field = fieldOf(this.model, name);
    if (field.kind === 'object' || field.type === 'Bytes')
      throw new Unsupported(`${this.model}.${name}`);
    const column = `${this.alias}.${quoted(name)}`;
    const read = this.set.output(EXACT.has(field.type) ? `${column}::text` : column);
    this.#raw.set(name, read);
    return read;
  }

  /** A column as Prisma's client has it. */
  value(name: string): Read {
    const read = this.raw(name);
    const revive = reviveOf(fieldOf(this.model, name));
    if (!revive) return read;
    return (row) => {
      const value = read(row);
      return value === null ? null : revive(value as string);
    };
  }

  /** The row that a relation leads to, or none. */
  one(relation: ModelField): Place {
    const known = this.#ones.get(relation.name);
    if (known) return known;
    const alias = this.#statement.alias();
    this.#statement.touch(relation.type);
    const on = joinOf(this.model, relation, this.alias, alias);
    this.set.join(`LEFT JOIN ${quoted(relation.type)} ${alias} ON ${on}`);
    const place = new Place(this.#statement, this.set, relation.type, alias);
    this.#ones.set(relation.name, place);
    return place;
  }

  /** Whether there is a row. */
  isThere(): Read<boolean> {
    for (const [name, read] of this.#raw)
      if (fieldOf(this.model, name).isRequired) return (row) => read(row) !== null;
    const id = this.raw('id');
    return (row) => id(row) !== null;
  }

  /** How many rows a relation leads to. */
  count(relation: ModelField, where: object): Read<number> {
    this.#statement.touch(relation.type);
    return this.counted(relation.type, (request, alias) => {
      const join = joinOf(this.model, relation, this.alias, alias);
      const condition = whereSql(request, relation.type, alias, where);
      return condition ? `${join} AND ${condition}` : join;
    });
  }

  /** How many rows of a model meet a condition that is written for each request. */
  counted(model: string, where: (request: Request, alias: string) => string): Read<number> {
    return this.set.output((request) => {
      const alias = request.alias();
      return `(SELECT count(*) FROM ${quoted(model)} ${alias} WHERE ${where(request, alias)})`;
    }) as Read<number>;
  }
}

/** Types whose values JSON's numbers do not carry exactly. */
const EXACT = new Set(['BigInt', 'Decimal']);

const REVIVED: Record<string, (text: string) => unknown> = {
  BigInt: (text) => BigInt(text),
  DateTime: (text) => new Date(text),
  Decimal: (text) => new Prisma.Decimal(text),
};

function reviveOf({ type, isList }: ModelField): ((value: string) => unknown) | null {
  const revive = REVIVED[type] ?? null;
  if (revive && isList) throw new Unsupported(`a list of ${type}`);
  return revive;
}
