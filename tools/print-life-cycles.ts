// Prints every life cycle from the tables of the rules to docs/life-cycles.md.
//
//   tsx tools/print-life-cycles.ts           writes it
//   tsx tools/print-life-cycles.ts check     fails when the file differs
import { ORGANIZATION_LIFE_CYCLE, ROLE_WORDS, rolesWith } from '@taizhang/access/rules';
import { DOCUMENT_LIFE_CYCLE } from '@taizhang/documents/rules';
import { MECHANISM_LIFE_CYCLES } from '@taizhang/mechanisms/rules';
import type { BilingualText, LifeCycleFacts, StepFacts } from '@taizhang/platform/rules';
import { RECTIFICATION_LIFE_CYCLES } from '@taizhang/rectification/rules';
import { REGISTER_LIFE_CYCLE } from '@taizhang/registers/rules';
import { REPORTING_LIFE_CYCLES } from '@taizhang/reporting/rules';
import { TRAINING_LIFE_CYCLE } from '@taizhang/trainings/rules';
import { printPage, table } from './print-page.ts';

const CYCLES: readonly LifeCycleFacts[] = [
  ...Object.values(RECTIFICATION_LIFE_CYCLES),
  DOCUMENT_LIFE_CYCLE,
  TRAINING_LIFE_CYCLE,
  REGISTER_LIFE_CYCLE,
  ...Object.values(MECHANISM_LIFE_CYCLES),
  ...Object.values(REPORTING_LIFE_CYCLES),
  ORGANIZATION_LIFE_CYCLE,
];

const chinese = (words: BilingualText) => words.split(' / ')[0]!;

function diagram({ statuses, born, steps }: LifeCycleFacts): string {
  const lines = Object.entries(statuses).map(
    ([status, { words }]) => `  ${status}: ${chinese(words)} ${status}`,
  );
  for (const status of new Set(Object.values(born))) lines.push(`  [*] --> ${status}`);
  for (const { from, to, words } of Object.values(steps))
    for (const start of from) lines.push(`  ${start} --> ${to}: ${chinese(words)}`);
  return ['```mermaid', 'stateDiagram-v2', ...lines, '```'].join('\n');
}

function stepRow([action, step]: [string, StepFacts]): string[] {
  const { from, to, permission, guards, fields, event, words, isDangerous } = step;
  const asked = Object.entries(fields).map(
    ([name, { label, isRequired }]) => `${chinese(label)} \`${name}\`${isRequired ? '' : '?'}`,
  );
  return [
    `${words}${isDangerous ? ' ⚠' : ''}<br>\`${action}\``,
    `${from.join('<br>')} → ${to}`,
    permission
      ? `\`${permission}\`<br>${rolesWith(permission)
          .map((role) => chinese(ROLE_WORDS[role]))
          .join('、')}`
      : '由系统办理 / by the hub',
    guards.map(({ rule, words: said }) => `\`${rule}\` ${said}`).join('<br>') || '—',
    asked.join('<br>') || '—',
    `\`${event.type}\``,
  ];
}

function section(cycle: LifeCycleFacts): string {
  const { subject, words, statuses, steps } = cycle;
  const traits = Object.keys(Object.values(statuses)[0]!.traits).sort();
  return `## ${words}

\`${subject}\`

${diagram(cycle)}

${table(
  ['状态 / Status', ...traits.map((trait) => `\`${trait}\``)],
  Object.entries(statuses).map(([status, facts]) => [
    `${facts.words} \`${status}\`${facts.means ? `<br>${facts.means}` : ''}`,
    ...traits.map((trait) => (facts.traits[trait] ? '✓' : '')),
  ]),
)}

${table(
  [
    '步骤 / Step',
    '状态变化 / From → to',
    '权限与岗位 / Permission, posts',
    '条件，不符时提示 / Guards, with what they say',
    '填写 / Asks for',
    '事件 / Event',
  ],
  Object.entries(steps).map(stepRow),
)}
`;
}

const page = `# 办理流程 / Life cycles

本页由 \`npm run life-cycles\` 依据规则中的表生成，请勿手改。每一行是一个步骤：谁可以办理、条件、要填什么、留下什么事件。⚠ 为须慎重的步骤，? 为选填。

Printed from the tables of the rules by \`npm run life-cycles\`; do not edit by hand. A row is a step. ⚠ marks a step that undoes work or cannot be undone, ? a field
that may be left out. A trait is what holds of a status: \`isOpen\` that something still has to happen.

${CYCLES.map(section).join('\n')}`;

await printPage('life-cycles.md', 'life-cycles', page);
