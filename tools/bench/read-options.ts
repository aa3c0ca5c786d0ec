import { parseArgs } from 'node:util';
import { BenchError } from './bench-error.ts';

const USAGE = `用法 / Usage: npm run bench -- [选项 / options]
  --items 100000     台账条数 / items in the ledger
  --connections 8    并发连接 / connections at a time
  --seconds 5        每轮秒数 / seconds a turn
  --rounds 3         轮数 / turns of each server
  --only NAME,NAME   只测这些查询 / only these queries (List20, Schedule200, …)
  --database URL     PostgreSQL，默认 / by default postgres://postgres@127.0.0.1:5432/postgres
  --fresh            重建数据库 / makes the database anew
  --json FILE        结果写入文件 / writes the results to a file
  --hub FILE         改测另一个构建好的 hub / measures another built hub, such as one before a change
  --profile DIR      记录 hub 的 CPU 剖析 / writes a CPU profile of the hub`;

export interface Options {
  items: number;
  connections: number;
  seconds: number;
  rounds: number;
  only: string[] | null;
  database: string;
  fresh: boolean;
  json: string | null;
  hub: string | null;
  profile: string | null;
}

/** Reads the command line. @returns null when it only asked for help, which is printed. */
export function readOptions(args: string[]): Options | null {
  const { values } = parse(args);
  if (values.help) {
    console.log(USAGE);
    return null;
  }
  return {
    items: wholeNumber('items', values.items, 10_000_000),
    connections: wholeNumber('connections', values.connections, 1_000),
    seconds: wholeNumber('seconds', values.seconds, 600),
    rounds: wholeNumber('rounds', values.rounds, 100),
    only: values.only?.split(',') ?? null,
    database: values.database,
    fresh: values.fresh,
    json: values.json ?? null,
    hub: values.hub ?? null,
    profile: values.profile ?? null,
  };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        items: { type: 'string', default: '100000' },
        connections: { type: 'string', default: '8' },
        seconds: { type: 'string', default: '5' },
        rounds: { type: 'string', default: '3' },
        only: { type: 'string' },
        database: { type: 'string', default: 'postgres://postgres@127.0.0.1:5432/postgres' },
        fresh: { type: 'boolean', default: false },
        json: { type: 'string' },
        hub: { type: 'string' },
        profile: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new BenchError(`参数有误：${(error as Error).message}`, `wrong options\n${USAGE}`);
  }
}

function wholeNumber(name: string, text: string, largest: number): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1 && value <= largest) return value;
  throw new BenchError(
    `--${name} 应为 1–${largest} 的整数`,
    `--${name} takes a whole number from 1 to ${largest}`,
  );
}
