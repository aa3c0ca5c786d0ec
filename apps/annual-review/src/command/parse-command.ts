import { parseArgs } from 'node:util';
import { EXIT, ReviewError } from '../review-error.ts';

export const FORMATS = ['docx', 'pdf', 'xlsx', 'html', 'json'] as const;
export type Format = (typeof FORMATS)[number];

export interface Command {
  readonly year: number;
  readonly organizationCode: string | null;
  readonly formats: readonly Format[];
  readonly out: string;
  readonly url: string | undefined;
  readonly token: string | undefined;
  readonly quiet: boolean;
}

/**
 * Reads the command line.
 *
 * @returns null when help is asked for.
 * @throws ReviewError with exit code 2 for anything that is not understood.
 */
export function parseCommand(args: readonly string[]): Command | null {
  const values = readOptions(args);
  if (values.help) return null;
  return {
    year: readYear(values.year),
    organizationCode: readText(values.organization, '--organization'),
    formats: readFormats(values.format),
    out: readText(values.out, '--out') ?? 'annual-review',
    url: readText(values.url, '--url') ?? undefined,
    token: readText(values.token, '--token') ?? undefined,
    quiet: values.quiet ?? false,
  };
}

function readOptions(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      strict: true,
      allowPositionals: false,
      options: {
        year: { type: 'string' },
        organization: { type: 'string' },
        format: { type: 'string', multiple: true },
        out: { type: 'string' },
        url: { type: 'string' },
        token: { type: 'string' },
        quiet: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    throw misread(error as Error & { code?: string });
  }
}

function misread(error: Error & { code?: string }): ReviewError {
  const named = /'(-{0,2}[^' ]*)/.exec(error.message)?.[1] ?? '';
  switch (error.code) {
    case 'ERR_PARSE_ARGS_UNKNOWN_OPTION':
      return usage(`未知选项 ${named}，用 --help 查看用法`, `unknown option ${named}, see --help`);
    case 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL':
      return usage(
        `多余的参数 ${named}，用 --help 查看用法`,
        `unexpected argument ${named}, see --help`,
      );
    default:
      return usage(
        `选项 ${named} 的值有误，用 --help 查看用法`,
        `wrong value of option ${named}, see --help`,
      );
  }
}

function readYear(year: string | undefined): number {
  if (year === undefined)
    throw usage('缺少 --year，例如 --year 2025', '--year is missing, e.g. --year 2025');
  if (!/^(?:19|20|21)\d{2}$/.test(year)) {
    throw usage(
      `年度无效：${year}，应为四位数字，如 2025`,
      `not a year: ${year}; write four digits such as 2025`,
    );
  }
  return Number(year);
}

/** Repeated and comma-separated formats are one list; all of them when unsaid. */
function readFormats(given: readonly string[] | undefined): readonly Format[] {
  if (given === undefined) return FORMATS;
  const named = given.flatMap((list) => list.split(',')).map((name) => name.trim().toLowerCase());
  const unknown = named.find((name) => !FORMATS.some((format) => format === name));
  if (unknown !== undefined) {
    const known = FORMATS.join(', ');
    throw usage(
      `未知格式“${unknown}”，可用：${known}`,
      `unknown format "${unknown}", choose from: ${known}`,
    );
  }
  return FORMATS.filter((format) => named.includes(format));
}

function readText(value: string | undefined, option: string): string | null {
  if (value === undefined) return null;
  if (value.trim() === '') throw usage(`选项 ${option} 的值为空`, `option ${option} is empty`);
  return value;
}

const usage = (chinese: string, english: string) =>
  new ReviewError(chinese, english, { exitCode: EXIT.usage });
