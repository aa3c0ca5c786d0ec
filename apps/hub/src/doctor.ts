import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { openStorage } from '@taizhang/files';
import {
  bad,
  examineFolder,
  examineNode,
  examineRunning,
  examineServer,
  good,
  look,
  type Examination,
  type Finding,
} from '@taizhang/platform';
import type { Configuration } from './configuration.ts';

const HOUR_MS = 3_600_000;

/** Everything that is looked at when somebody asks what is wrong with a hub. */
export const examinations = (configuration: Configuration): Examination[] => {
  const { dataDir, databaseUrl, root } = configuration;
  return [
    () => examineNode(),
    () => examineFolder(dataDir),
    () => examineRunning(dataDir),
    ...(databaseUrl ? [() => examineServer(databaseUrl, join(root, 'prisma/migrations'))] : []),
    () => examineFiles(configuration),
    () => Promise.resolve(examineBackups(configuration)),
    () => Promise.resolve(examineSettings(configuration)),
  ];
};

async function examineFiles({ dataDir, s3, scanner, root }: Configuration): Promise<Finding[]> {
  const findings: Finding[] = [];
  if (s3) {
    const { storage } = await openStorage({ dataDir, s3 }, { isOwner: false });
    storage.close();
    findings.push(good('文件存储桶可用', 'The bucket of files answers'));
  }
  if (scanner) {
    const isThere = await scanner(join(root, 'package.json')).then(
      () => true,
      () => false,
    );
    findings.push(
      isThere
        ? good('病毒扫描可用', 'The scanner answers')
        : bad(
            '病毒扫描不可用，上传会被拒绝，请检查 SCANNER',
            'The scanner does not answer, and uploads are refused: check SCANNER',
          ),
    );
  }
  return findings;
}

function examineBackups({ backups: { schedule, passphrase } }: Configuration): Finding[] {
  if (!schedule)
    return [
      look('未设定定时备份（BACKUP_EVERY_HOURS）', 'No backups are scheduled (BACKUP_EVERY_HOURS)'),
    ];
  const { folder, everyHours } = schedule;
  const newest = Math.max(
    0,
    ...(existsSync(folder) ? readdirSync(folder) : []).map(
      (name) => statSync(join(folder, name)).mtimeMs,
    ),
  );
  const hours = Math.round((Date.now() - newest) / HOUR_MS);
  return [
    newest === 0
      ? look(`${folder} 中还没有备份`, `There is no backup in ${folder} yet`)
      : hours > 2 * everyHours
        ? bad(
            `最近的备份已有 ${hours} 小时，请查看服务日志`,
            `The last backup is ${hours} hours old: look at the log of the hub`,
          )
        : good(`最近的备份在 ${hours} 小时前`, `The last backup was made ${hours} hours ago`),
    ...(passphrase
      ? []
      : [look('备份未加密（BACKUP_PASSPHRASE）', 'Backups are not encrypted (BACKUP_PASSPHRASE)')]),
  ];
}

/** Settings that make sense each by itself, and are seldom meant together. */
function examineSettings(configuration: Configuration): Finding[] {
  const { host, demo, adminToken, signIn, certificate, anchors, dataDir } = configuration;
  const isLocal = /^(127\.|localhost$|::1$)/.test(host);
  return [
    ...(demo && !isLocal
      ? [
          bad(
            '演示对网络开放，任何人可登录：请设 DEMO=false',
            'The demonstration is open to the network, and anybody may sign in: DEMO=false',
          ),
        ]
      : []),
    ...(!demo && adminToken
      ? [
          look(
            'HUB_ADMIN_TOKEN 拥有全部权限，仅供初次设置，设置完毕请移除',
            'HUB_ADMIN_TOKEN has every right and is for the set-up: take it away afterwards',
          ),
        ]
      : []),
    ...(!demo && signIn.totp === 'none'
      ? [look('未要求动态口令（REQUIRE_TOTP）', 'Nobody needs a second factor (REQUIRE_TOTP)')]
      : []),
    ...(!isLocal && !certificate && !signIn.publicUrl
      ? [
          bad(
            '以明文 HTTP 对网络开放：请设 TLS_CERT_FILE，或置于代理之后并设 PUBLIC_URL',
            'Plain HTTP is open to the network: set TLS_CERT_FILE, or put a proxy before it and set PUBLIC_URL',
          ),
        ]
      : []),
    ...(anchors.folder.startsWith(dataDir) &&
    !anchors.syslog &&
    !anchors.stampUrl &&
    !anchors.bucket
      ? [
          look(
            '日志锚点只在本机数据目录中，见运维指南“日志”一节',
            'Anchors of the log lie in the data folder alone: see the guide on the log',
          ),
        ]
      : []),
  ];
}
