import { parseArgs } from 'node:util';

/** An end of the chain that was noted outside the hub. */
export interface NotedEnd {
  position: number;
  hash: string;
}

/** What the command line asks for. */
export interface Options {
  json: boolean;
  noted: NotedEnd | null;
  url: string | null;
  token: string | null;
}

/** Why the command cannot go on, as one line. */
export class CommandError extends Error {}

export const HELP = `用法 / usage: npm run audit -- [选项 options]

核验审计事件链：逐环重算哈希，指出首个断点；再核对每条记录与其事件、链与库外锚点是否一致。
Recomputes the chain over all events and names the first bad one, then compares every record with its events, and the chain with its anchors outside.

  --noted POSITION:HASH  与以前留存的链尾比对 / compare with an end of the chain that was noted before
  --json                 以 JSON 输出 / print JSON
  --url URL --token T    所连的台账服务；默认用本机数据目录的 / the hub to check; this machine's own by default
  --help                 显示本说明 / show this

退出码 exit code: 0 完整 whole · 1 断裂或不符 broken or not in accord · 2 未能核验 could not be checked · 130 已取消 cancelled
`;

/**
 * Reads the command line.
 *
 * @returns null when help was asked for.
 * @throws CommandError for anything that it does not know.
 */
export function readOptions(args: string[]): Options | null {
  const values = parse(args);
  if (values.help) return null;
  if (values.token && !values.url)
    throw new CommandError('--token 须与 --url 同用 / --token needs --url');
  return {
    json: values.json ?? false,
    noted: values.noted === undefined ? null : readNoted(values.noted),
    url: values.url ?? null,
    token: values.token ?? null,
  };
}

function readNoted(text: string): NotedEnd {
  const [, position, hash] = /^(\d{1,9}):([0-9a-f]{64})$/.exec(text) ?? [];
  if (position && hash) return { position: Number(position), hash };
  throw new CommandError(
    '--noted 须为 位置:哈希，如上次核验所示 / --noted takes POSITION:HASH, as an earlier check showed it',
  );
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        json: { type: 'boolean' },
        noted: { type: 'string' },
        url: { type: 'string' },
        token: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    const which = /'([^']*)'/.exec((error as Error).message)?.[1] ?? '';
    throw new CommandError(
      `无法识别的选项 ${which}；--help 显示用法 / Unknown or incomplete option ${which}; --help shows how`,
    );
  }
}
