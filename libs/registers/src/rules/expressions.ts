import { Environment, type ASTNode } from '@marcbachmann/cel-js';
import { bilingual, type BilingualText } from '@taizhang/platform/rules';
import type { RegisterField, RegisterFieldKind } from './definition.ts';

/** How much an expression may be: with nothing that repeats, its work is bounded by its size. */
const LIMITS = {
  maxAstNodes: 120,
  maxDepth: 20,
  maxListElements: 50,
  maxMapEntries: 0,
  maxCallArguments: 4,
};

/** All that an expression may call. What repeats (`map`, `exists`) or searches by a pattern (`matches`) can cost without end. */
const CALLS = [
  'yuan',
  'double',
  'int',
  'percent',
  'daysBetween',
  'contains',
  'startsWith',
  'endsWith',
  'size',
];

const TYPES: Record<RegisterFieldKind, string> = {
  TEXT: 'string',
  LONG_TEXT: 'string',
  NUMBER: 'double',
  MONEY: 'int',
  DAY: 'string',
  CHOICE: 'string',
  FLAG: 'bool',
  PERSON: 'string',
  ORGANIZATION: 'string',
  ITEM: 'map<string, dyn>',
  DOCUMENT: 'map<string, dyn>',
  FILE: 'string',
  ENTRY: 'map<string, dyn>',
};

/** Words that the language keeps for itself beside the names of its types. */
const KEPT_WORDS =
  'true false null in as break const continue else for function if import let loop package namespace return var void while';

/** Names that stand for something beside the fields. */
export const RESERVED_NAMES: readonly string[] = [
  ...['said', 'today', 'stage', ...CALLS],
  ...KEPT_WORDS.split(' '),
  ...new Environment().getDefinitions().variables.map(({ name }) => name),
];

/** What an expression can be asked with: fields by key, and what is known beside them. */
export interface Facts {
  /** Values by the key of their field; missing where nothing was said. */
  values: Readonly<Record<string, unknown>>;
  today: string;
  stage: string;
}

/** An expression that was read, with the names of the fields that it reads. */
export interface ReadExpression {
  type: string;
  reads: readonly string[];
  /** @returns the value; undefined where it cannot be said, because something it reads was not. */
  evaluate: (facts: Facts) => unknown;
}

export type Reading =
  { expression: ReadExpression; problem: null } | { expression: null; problem: BilingualText };

const DAY_MS = 86_400_000;

/** Whole fen that a share in percent comes to, halves away from zero. */
function percentOf(fen: bigint, percent: bigint): bigint {
  const product = fen * percent;
  return (product + (product < 0n ? -50n : 50n)) / 100n;
}

function environmentOf(fields: readonly Pick<RegisterField, 'key' | 'kind'>[]): Environment {
  const environment = new Environment({ limits: LIMITS })
    .registerFunction('yuan(int): int', (yuan: bigint) => yuan * 100n)
    .registerFunction('percent(int, int): int', percentOf)
    .registerFunction('daysBetween(string, string): int', (from: string, to: string) =>
      BigInt(Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS)),
    )
    .registerVariable('said', 'map<string, bool>')
    .registerVariable('today', 'string')
    .registerVariable('stage', 'string');
  for (const { key, kind } of fields) environment.registerVariable(key, TYPES[kind]);
  return environment;
}

/** Reads expressions over some fields; whoever reads several of one definition does so by one reader. */
export function expressionReader(fields: readonly Pick<RegisterField, 'key' | 'kind'>[]) {
  const environment = environmentOf(fields);
  const keys = new Set(fields.map(({ key }) => key));
  return (source: string): Reading => {
    try {
      const parsed = environment.parse(source);
      const names = new Set<string>();
      const refused = inspect(parsed.ast, names);
      if (refused) return { expression: null, problem: refused };
      const checked = parsed.check();
      if (!checked.valid) return { expression: null, problem: unreadable(checked.error!) };
      return {
        problem: null,
        expression: {
          type: checked.type!,
          reads: [...names].filter((name) => keys.has(name)),
          evaluate: (facts) => evaluate(() => parsed(contextOf(fields, facts)) as unknown),
        },
      };
    } catch (error) {
      return { expression: null, problem: unreadable(error as Error) };
    }
  };
}

/** The language says in English what it cannot read. */
const unreadable = ({ message }: Error): BilingualText => {
  const why = message.split('\n')[0]!.trim();
  return bilingual(`表达式有误（${why}）`, `The expression cannot be read: ${why}`);
};

/** Notes which names are read, and refuses what an expression may not use. */
function inspect(node: ASTNode, names: Set<string>): BilingualText | null {
  // `said.amount` says whether the field is filled in, and reads it no less than `amount` does.
  if (node.op === '.' && node.args[0].op === 'id' && node.args[0].args === 'said') {
    names.add(node.args[1]);
    return null;
  }
  if (node.op === 'id' && node.args === 'said')
    return bilingual(
      'said 后须跟字段，如 said.amount',
      'Name a field after said, as in said.amount',
    );
  if (node.op === 'id') names.add(node.args);
  if (node.op === 'call' || node.op === 'rcall') {
    const [name] = node.args;
    if (!CALLS.includes(name))
      return bilingual(`表达式不能使用 ${name}`, `An expression cannot use ${name}`);
  }
  for (const inner of nodesIn(node.args)) {
    const refused = inspect(inner, names);
    if (refused) return refused;
  }
  return null;
}

function nodesIn(args: unknown): ASTNode[] {
  if (Array.isArray(args)) return args.flatMap(nodesIn);
  return typeof args === 'object' && args !== null && 'op' in args ? [args as ASTNode] : [];
}

function contextOf(
  fields: readonly Pick<RegisterField, 'key' | 'kind'>[],
  { values, today, stage }: Facts,
) {
  const context: Record<string, unknown> = { today, stage };
  const said = new Map<string, boolean>();
  for (const { key, kind } of fields) {
    const value = values[key];
    said.set(key, value !== undefined && value !== null);
    if (said.get(key)) context[key] = kind === 'MONEY' ? BigInt(value as number) : value;
  }
  return { ...context, said };
}

/** An expression that reads what was not said, or divides by nothing, says nothing. */
function evaluate(run: () => unknown): unknown {
  try {
    return run();
  } catch {
    return undefined;
  }
}

/** What the value of a computed field of each kind has to be. */
export const COMPUTED_TYPES: Partial<Record<RegisterFieldKind, string>> = {
  TEXT: 'string',
  NUMBER: 'double',
  MONEY: 'int',
  DAY: 'string',
  CHOICE: 'string',
  FLAG: 'bool',
};
