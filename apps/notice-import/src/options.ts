import { parseArgs } from 'node:util';

/** What the command line asks for. */
export interface Options {
  file: string;
  dryRun: boolean;
  json: boolean;
  yes: boolean;
  organization: string | null;
  url: string | null;
  token: string | null;
}

/** Why the command cannot go on, as one line; the process ends with the exit code. */
export class CommandError extends Error {
  readonly exitCode: number;

  constructor(message: string, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

export const HELP = `用法 / usage: npm run import -- 文件 FILE [选项 options]

读入整改通报（txt、docx、xlsx、html、pdf），写入台账。Reads a notice of rectification into the ledger.

  --dry-run            只显示将有的改动，不写入 / show what would change, write nothing
  --json               以 JSON 输出 / print JSON
  --yes                不再询问 / do not ask before changing existing entries
  --organization CODE  文中未写明单位时指定组织代码 / whose notice it is, where the text does not say
  --url URL --token T  所连的台账服务；默认用本机数据目录的 / the hub to write to; this machine's own by default
  --help               显示本说明 / show this

--dry-run --json 不连接服务，只输出读出的结构。It asks no hub and prints the structure that was read.
`;

/**
 * Reads the command line.
 *
 * @returns null when help was asked for.
 * @throws CommandError for an unknown option or anything but one file.
 */
export function readOptions(args: string[]): Options | null {
  const { values, positionals } = parse(args);
  if (values.help) return null;
  const [file, ...more] = positionals;
  if (!file || more.length)
    throw new CommandError('请给出一个文件；--help 显示用法 / Give one file; --help shows how', 2);
  if (values.token && !values.url)
    throw new CommandError('--token 须与 --url 同用 / --token needs --url', 2);
  return {
    file,
    dryRun: values['dry-run'] ?? false,
    json: values.json ?? false,
    yes: values.yes ?? false,
    organization: values.organization ?? null,
    url: values.url ?? null,
    token: values.token ?? null,
  };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        'dry-run': { type: 'boolean' },
        json: { type: 'boolean' },
        yes: { type: 'boolean' },
        organization: { type: 'string' },
        url: { type: 'string' },
        token: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    const which = /'(-[^']*)'/.exec((error as Error).message)?.[1] ?? '';
    throw new CommandError(
      `无法识别的选项 ${which}；--help 显示用法 / Unknown or incomplete option ${which}; --help shows how`,
      2,
    );
  }
}
