import { existsSync, statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readFolderHolder } from '../database/lock-folder.ts';
import { bad, good, look, type Finding } from './finding.ts';

const GIGABYTE = 1024 ** 3;
const LITTLE_SPACE = 0.2 * GIGABYTE;
const SOME_SPACE = 2 * GIGABYTE;
const SECRETS = ['hub.secret', 'hub.token', 'anchor.key'];
const PATIENCE_MS = 10_000;

/** The program that runs all this. */
export function examineNode(version = process.versions.node): Promise<Finding[]> {
  const major = Number(version.split('.')[0]);
  return Promise.resolve([
    major >= 22
      ? good(`Node ${version}`, `Node ${version}`)
      : look(
          `Node ${version} 已无安全更新，请换用 Node 24`,
          `Node ${version} gets no more security fixes: use Node 24`,
        ),
  ]);
}

/** Whether the data folder is its owner's alone and has room. */
export function examineFolder(dataDir: string): Promise<Finding[]> {
  if (!existsSync(dataDir))
    return Promise.resolve([
      look(
        `${dataDir} 尚不存在，首次启动时创建`,
        `${dataDir} is not there yet: the first start makes it`,
      ),
    ]);
  const open = [dataDir, ...SECRETS.map((name) => join(dataDir, name))].filter(
    (path) => existsSync(path) && (statSync(path).mode & 0o077) !== 0,
  );
  const { bavail, bsize } = statfsSync(dataDir);
  const free = bavail * bsize;
  const [chinese, english] = [
    `${dataDir} 所在磁盘剩余 ${(free / GIGABYTE).toFixed(1)} GB`,
    `The disk of ${dataDir} has ${(free / GIGABYTE).toFixed(1)} GB left`,
  ];
  const room = free < LITTLE_SPACE ? bad : free < SOME_SPACE ? look : good;
  return Promise.resolve([
    room(chinese, english),
    ...open.map((path) =>
      bad(
        `其他用户可读 ${path}，请执行 chmod ${path === dataDir ? '700' : '600'} ${path}`,
        `Others may read ${path}: chmod ${path === dataDir ? '700' : '600'} ${path}`,
      ),
    ),
  ]);
}

interface Ready {
  status?: string;
  log?: { state?: string; failingPlaces?: number };
  searchSetAside?: object;
}

/** What the hub that runs over a folder says of itself. */
export async function examineRunning(dataDir: string): Promise<Finding[]> {
  const url = readFolderHolder(dataDir)?.url;
  if (!url)
    return [
      look(
        '服务未在运行，以下只检查配置与环境',
        'No hub runs over the folder: only what is around it is looked at',
      ),
    ];
  const answer = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(PATIENCE_MS) }).catch(
    () => null,
  );
  const ready = (await answer?.json().catch(() => null)) as Ready | null;
  if (!ready)
    return [
      bad(
        `${url} 的服务没有应答，请查看其日志`,
        `The hub at ${url} does not answer: look at its log`,
      ),
    ];
  const { status, log, searchSetAside } = ready;
  return [
    status === 'ok'
      ? good(`${url} 的服务运行正常`, `The hub at ${url} is ready`)
      : bad(
          `${url} 的服务未就绪：数据库或文件存储不可用`,
          `The hub at ${url} is not ready: its database or its files cannot be reached`,
        ),
    ...(log?.state === 'BROKEN'
      ? [
          bad(
            '日志核验发现异常，请执行 npm run audit',
            'The log is not what was written: npm run audit tells what',
          ),
        ]
      : []),
    ...(log?.failingPlaces
      ? [
          look(
            `${log.failingPlaces} 个锚点去处未送达，见管理台审计日志页`,
            `${log.failingPlaces} places do not get the anchors of the log: see the audit page`,
          ),
        ]
      : []),
    ...(searchSetAside
      ? [
          look(
            '有记录无法被搜索到，见运维指南',
            'Some records cannot be found by search: see the guide',
          ),
        ]
      : []),
  ];
}
