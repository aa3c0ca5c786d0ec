// Prints every type of event from the catalogues of the domains to docs/events.md.
//
//   tsx tools/print-events.ts           writes it
//   tsx tools/print-events.ts check     fails when the file differs
import { PLATFORM_EVENTS, type AnyEventDefinition } from '@taizhang/platform/rules';
import { EVENT_CATALOGUES } from '../apps/hub/src/graphql/event-catalogues.ts';
import { printPage, table } from './print-page.ts';

const DOMAINS: Record<keyof typeof EVENT_CATALOGUES, string> = {
  access: '组织、人员与账号 / Organizations, people and accounts',
  rectification: '整改 / Rectification',
  documents: '制度文件 / Documents',
  trainings: '培训会议 / Trainings',
  registers: '登记簿 / Registers',
  mechanisms: '长效机制 / Standing mechanisms',
  reporting: '双周报 / Biweekly reports',
  integration: '导入 / Import',
  files: '文件 / Files',
};

/** What an event leaves under `after`. */
function payload(event: AnyEventDefinition): string {
  if (!event.kind || !event.subject) return '所改各列 / the changed columns';
  return event.tells?.map((name) => `\`${name}\``).join(' ') ?? '—';
}

const section = (
  title: string,
  catalogue: Readonly<Record<string, AnyEventDefinition>>,
) => `## ${title}

${table(
  ['类型 / Type', '含义 / What happened', '对象 / Subject', '类别 / Kind', '内容 / `after`'],
  Object.values(catalogue).map((event) => [
    `\`${event.type}\``,
    event.words,
    event.subject ? `\`${event.subject}\`` : '任一 / any',
    `\`${event.kind ?? 'CHANGE'}\``,
    payload(event),
  ]),
)}
`;

const page = `# 事件 / Events

本页由 \`npm run events\` 依据各领域的事件目录生成，请勿手改。一个类型的名称和对象从不更改：其他系统按此读取日志。

Printed from the catalogues of the domains by \`npm run events\`; do not edit by hand. A type never changes its name or its subject: other systems read the log by them. Each is
a value of the GraphQL enum \`EventType\`. What changes a row tells the columns that differ, by Prisma's names
([0027](decisions/0027-one-change-one-event.md)); the rest tells what the last column names. All but \`CHANGE\` may be forgotten after the retention time.

${section('平台 / Platform', PLATFORM_EVENTS)}
${Object.entries(EVENT_CATALOGUES)
  .map(([domain, catalogue]) => section(DOMAINS[domain as keyof typeof DOMAINS], catalogue))
  .join('\n')}`;

await printPage('events.md', 'events', page);
