import type { Client } from './client.ts';
import { runMutation } from './run-mutation.ts';

/** What is read of an act. */
export const ACT = `id kind status error canCancel progress { done total }
  result { created changed removed leftCount left { recordType recordId label reason } }
  allowedActions { action allowed reason }`;

/** Imports a text, or only compares it. */
export const importText = (
  client: Client,
  text: string,
  more: Record<string, unknown> = {},
): Promise<unknown> =>
  runMutation(
    client,
    'importNotice',
    { text, fileName: 'notice.txt', ...more },
    `NoticeImport { dryRun round { id code } act { ${ACT} }
      changes { kind entity path before after reason } }`,
  );

/** A notice of a bureau that the hub does not know: items with two measures each, a document and a training. */
export function noticeOf(items: number, bureau = '区档案局'): string {
  const lines = Array.from({ length: items }, (_, index) => [
    `（${CHINESE[index]!}）第${index + 1}项工作落实不到位`,
    `1.修订《第${index + 1}号工作制度》，明确责任分工。`,
    `2.组织第${index + 1}期业务培训，参加人员20人次。`,
  ]);
  return `${bureau}党组关于巡察整改进展情况的通报
根据区委统一部署，2025年3月1日至5月30日，区委第一巡察组对${bureau}党组开展了巡察。6月30日反馈了意见。
一、落实上级决策部署方面
${lines.flat().join('\n')}
`;
}

const CHINESE = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
