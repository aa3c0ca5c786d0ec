import type { NoticeCheck } from '@taizhang/integration/rules';
import type { NoticeImport } from './ask-hub.ts';

const ENTITIES = {
  ROUND: '轮次 round',
  AREA: '方面 areas',
  ITEM: '问题 items',
  MEASURE: '措施 measures',
  FIELD: '字段 fields',
  DOCUMENT: '文件 documents',
  TRAINING: '培训会议 trainings',
} as const;

const SIGNS = { CREATED: '+', CHANGED: '~', MISSING: '?', UNCHANGED: '=', REFUSED: 'x' } as const;

/** What is listed one by one. */
const LISTED_KINDS: readonly string[] = ['CHANGED', 'MISSING', 'REFUSED'];

/** How many entries of one kind are listed one by one. */
const LISTED = 40;

/** The difference between ledger and notice as lines to read: a table of counts, then what changes. */
export function describeChanges({ changes, warnings, dropped, unmatched }: NoticeImport): string {
  const rows = Object.entries(ENTITIES).map(([entity, label]) => {
    const count = (kind: keyof typeof SIGNS) =>
      changes.filter((change) => change.entity === entity && change.kind === kind).length;
    const counts = [
      `新增 ${count('CREATED')}`,
      `改动 ${count('CHANGED')}`,
      `未变 ${count('UNCHANGED')}`,
      `文中没有 ${count('MISSING')}`,
      `不予写入 ${count('REFUSED')}`,
    ];
    return `  ${label}：${counts.join('，')}`;
  });
  const different = changes.filter(({ kind }) => LISTED_KINDS.includes(kind));
  const lines = different
    .slice(0, LISTED)
    .flatMap(({ kind, path, before, after, reason }) => [
      `  ${SIGNS[kind]} ${path.join('.')}${reason ? ` ${reason}` : ''}`,
      ...(before ? [`    - ${shorten(before)}`] : []),
      ...(after ? [`    + ${shorten(after)}`] : []),
    ]);
  const more = different.length - LISTED;
  return [
    '差异（+ 新增，~ 改动，? 台账有而文中没有，保留，x 流程已关闭，不予写入）',
    'Differences (+ new, ~ changed, ? in the ledger but not in the text: kept, x closed by the life cycle: not written)',
    ...rows,
    ...lines,
    ...(more > 0 ? [`  … 另有 ${more} 处 / and ${more} more`] : []),
    ...warnings.map(({ line, message }) => `  ! ${line}: ${message}`),
    ...unmatched.map(
      ({ path, words }) => `  @ ${path.join('.')} 台账中没有 / not in the ledger：${words}`,
    ),
    ...dropped.map(
      ({ line, message, text: words }) => `  - ${line}: ${message}：${shorten(words)}`,
    ),
  ].join('\n');
}

/** What came of an import that was written: how far it is, and what it left as it was. */
export function describeOutcome({ act, round }: NoticeImport): string {
  const { done, total } = act?.progress ?? { done: 0, total: null };
  const begun =
    act?.status === 'RUNNING'
      ? `正在导入（${done}/${total ?? '?'}），服务将继续完成 / under way, the hub goes on with it: ${act.id}`
      : act?.status === 'FAILED'
        ? `未完成 / not finished: ${act.error ?? ''}`
        : `已导入 ${round?.code ?? ''} ${round?.title ?? ''} / imported`;
  const { left = [], leftCount = 0 } = act?.result ?? {};
  const rest = leftCount - Math.min(left.length, LISTED);
  return [
    begun,
    ...left.slice(0, LISTED).map(({ label, reason }) => `  x ${label ?? ''} ${reason}`),
    ...(rest > 0 ? [`  … 另有 ${rest} 处 / and ${rest} more`] : []),
  ].join('\n');
}

/** What is worth a look in the notice, line by line; it holds nothing up. */
export function describeChecks(checks: readonly NoticeCheck[]): string {
  const lines = checks
    .slice(0, LISTED)
    .map(({ path, message, excerpt }) => `  i ${path} ${message}${excerpt ? `：${excerpt}` : ''}`);
  const more = checks.length - LISTED;
  return [
    `体检提示 ${checks.length} 处，不影响导入 / ${checks.length} things worth a look; they hold nothing up`,
    ...lines,
    ...(more > 0 ? [`  … 另有 ${more} 处 / and ${more} more`] : []),
  ].join('\n');
}

const shorten = (text: string) => (text.length > 90 ? `${text.slice(0, 89)}…` : text);
