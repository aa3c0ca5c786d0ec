import type pg from 'pg';
import type { Random } from '../data/random.ts';

/** An operation as a client posts it. */
export interface RequestBody {
  operationName?: string;
  query: string;
  variables: object;
}

/** A statement that answers an operation: one row, one column `answer`, the JSON of `data`. */
export interface Statement {
  text: string;
  values: unknown[];
}

/** What a query needs to pick variables: rows of the benchmark's database, the hub's word, and seeded chance. */
export interface Sampling {
  pool: pg.Pool;
  random: Random;
  /** What the hub answers to a document. */
  askHub: (query: string, variables: object) => Promise<unknown>;
}

/** What a peer answers to a document of its own. */
export type AskPeer = (query: string, variables: object) => Promise<unknown>;

/** How PostGraphile is asked for the same rows. */
export interface Peer {
  document: string;
  variables: (variables: object, ask: AskPeer) => Promise<object>;
}

/** A query that is measured: how clients send it, and how hand-written SQL answers it. */
export interface MeasuredQuery {
  /** The operation's name, by which the SQL server finds its statement. */
  name: string;
  title: string;
  document: string;
  sample: (sampling: Sampling) => Promise<object[]>;
  sql: (variables: never) => Statement;
  /** Left out where it has no way to ask. */
  peer?: Peer;
}
