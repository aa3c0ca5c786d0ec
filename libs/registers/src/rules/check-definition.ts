import { rolesWith } from '@taizhang/access/rules';
import { bilingual, type BilingualText } from '@taizhang/platform/rules';
import {
  enteringStep,
  fieldOf,
  type RegisterDefinition,
  type RegisterField,
} from './definition.ts';
import { COMPUTED_TYPES, expressionReader, RESERVED_NAMES } from './expressions.ts';

/** One thing wrong with a definition; `path` leads to it from the definition's root. */
export interface DefinitionProblem {
  path: string[];
  message: BilingualText;
}

type Say = (path: (string | number)[], chinese: string, english: string) => void;

/** Kinds of which one value can be told from another, and is worth telling. */
const UNIQUE_KINDS = [
  'TEXT',
  'NUMBER',
  'MONEY',
  'DAY',
  'PERSON',
  'ORGANIZATION',
  'ITEM',
  'DOCUMENT',
  'ENTRY',
];

/**
 * What is wrong with a definition whose parts are each well formed: names that stand twice or for nothing,
 * expressions, and a flow that entries could not get in or out of.
 */
export function findProblems(definition: RegisterDefinition): DefinitionProblem[] {
  const problems: DefinitionProblem[] = [];
  const say: Say = (path, chinese, english) =>
    void problems.push({ path: path.map(String), message: bilingual(chinese, english) });
  for (const part of ['fields', 'stages', 'steps', 'rules'] as const)
    refuseRepeated(definition[part], part, say);
  definition.fields.forEach((field, index) => checkField(definition, field, index, say));
  checkSteps(definition, say);
  if (!problems.length) checkFlow(definition, say);
  if (!problems.length) problems.push(...checkExpressions(definition));
  return problems;
}

function refuseRepeated(parts: readonly { key: string }[], name: string, say: Say) {
  parts.forEach(({ key }, index) => {
    if (parts.findIndex((part) => part.key === key) < index)
      say([name, index, 'key'], `键 ${key} 重复`, `The key ${key} is there twice`);
  });
}

function checkField({ steps }: RegisterDefinition, field: RegisterField, index: number, say: Say) {
  const at = (name: string) => ['fields', index, name];
  const isAsked = steps.some(({ asks }) => asks.includes(field.key));
  if (RESERVED_NAMES.includes(field.key))
    say(
      at('key'),
      `${field.key} 另有含义，请换一个键`,
      `${field.key} has a meaning of its own: choose another key`,
    );
  if ((field.kind === 'CHOICE') !== field.options.length > 0)
    say(
      at('options'),
      '选项只用于选择类字段，且至少一项',
      'A choice has options, and nothing else has',
    );
  refuseRepeated(field.options, `fields.${index}.options`, say);
  if ((field.kind === 'ENTRY') !== Boolean(field.register))
    say(at('register'), '引用登记须指明登记簿', 'Say of which register the entries are');
  if (field.isUnique && field.isSensitive)
    say(
      at('isUnique'),
      '敏感字段不能要求唯一：重复的提示会泄露其值',
      'A sensitive field cannot be unique: being refused would tell its values',
    );
  if (field.isUnique && (field.value || !UNIQUE_KINDS.includes(field.kind)))
    say(at('isUnique'), '此类字段不能要求唯一', 'Such a field cannot be unique');
  if (field.value && !COMPUTED_TYPES[field.kind])
    say(at('value'), '此类字段不能由公式得出', 'Such a field cannot be computed');
  if (field.value && isAsked)
    say(at('value'), '公式字段不由人填写', 'Nobody is asked for a computed field');
  if (!field.value && !isAsked)
    say(at('key'), '没有步骤填写此字段', 'No step asks for this field: nobody could fill it in');
}

function checkSteps(definition: RegisterDefinition, say: Say) {
  const { steps, rules } = definition;
  const keys = steps.map(({ key }) => key);
  const able = rolesWith('register:take-part') as string[];
  const known = (
    part: 'steps' | 'rules',
    index: number,
    name: string,
    given: readonly string[],
    among: readonly string[],
  ) =>
    given.forEach((key) => {
      if (!among.includes(key)) say([part, index, name], `没有 ${key}`, `There is no ${key}`);
    });
  const stages = definition.stages.map(({ key }) => key);
  steps.forEach((step, index) => {
    known('steps', index, 'from', step.from, stages);
    known('steps', index, 'to', [step.to], stages);
    known(
      'steps',
      index,
      'notBy',
      step.notBy,
      keys.filter((key) => key !== step.key),
    );
    known(
      'steps',
      index,
      'asks',
      step.asks,
      definition.fields.map(({ key }) => key),
    );
    if (step.roles.some((role) => !able.includes(role)))
      say(['steps', index, 'roles'], '该角色不办理登记簿', 'This role takes no part in registers');
  });
  rules.forEach((rule, index) => known('rules', index, 'steps', rule.steps, keys));
  const entering = steps.filter(({ from }) => !from.length);
  if (entering.length !== 1)
    say(
      ['steps'],
      '须有且只有一个登记步骤（没有前一阶段）',
      'One step, and only one, makes an entry: the one from no stage',
    );
}

/** Every stage can be come to, and one that is no end can be left for one that is: no entry is orphaned. */
function checkFlow(definition: RegisterDefinition, say: Say) {
  const { stages, steps } = definition;
  const reached = spread([enteringStep(definition).to], (stage) =>
    steps.filter(({ from }) => from.includes(stage)).map(({ to }) => to),
  );
  const ends = stages.filter(({ isEnd }) => isEnd).map(({ key }) => key);
  const ending = spread(ends, (stage) =>
    steps.filter(({ to }) => to === stage).flatMap(({ from }) => from),
  );
  stages.forEach(({ key, label }, index) => {
    const [zh = label, en = zh] = label.split(' / ');
    if (!reached.has(key))
      say(['stages', index], `没有步骤通向“${zh}”`, `No step leads to "${en}"`);
    if (!ending.has(key))
      say(
        ['stages', index],
        `进入“${zh}”的登记无法办结`,
        `Entries in "${en}" could never be done with`,
      );
  });
}

function spread(start: readonly string[], next: (stage: string) => string[]): Set<string> {
  const found = new Set(start);
  for (const stage of found) next(stage).forEach((one) => found.add(one));
  return found;
}

function checkExpressions(definition: RegisterDefinition): DefinitionProblem[] {
  const problems: DefinitionProblem[] = [];
  const read = expressionReader(definition.fields);
  const reads = new Map<string, readonly string[]>();
  definition.fields.forEach((field, index) => {
    if (!field.value) return;
    const path = ['fields', String(index), 'value'];
    const { expression, problem } = read(field.value);
    if (problem) return void problems.push({ path, message: problem });
    reads.set(field.key, expression!.reads);
    if (![COMPUTED_TYPES[field.kind], 'dyn'].includes(expression!.type))
      problems.push({ path, message: wrongType(COMPUTED_TYPES[field.kind]!, expression!.type) });
    if (
      !field.isSensitive &&
      expression!.reads.some((key) => fieldOf(definition, key)?.isSensitive)
    )
      problems.push({
        path,
        message: bilingual(
          '用到敏感字段的公式字段也须设为敏感',
          'What is computed from a sensitive field is sensitive, too',
        ),
      });
    if (spread(expression!.reads, (key) => [...(reads.get(key) ?? [])]).has(field.key))
      problems.push({
        path,
        message: bilingual('公式循环引用了自己', 'The value would depend on itself'),
      });
  });
  definition.rules.forEach((rule, index) => {
    const path = ['rules', String(index), 'holds'];
    const { expression, problem } = read(rule.holds);
    if (problem) problems.push({ path, message: problem });
    else if (!['bool', 'dyn'].includes(expression!.type))
      problems.push({ path, message: wrongType('bool', expression!.type) });
  });
  return problems;
}

const wrongType = (wanted: string, is: string) =>
  bilingual(`结果应为 ${wanted}，现为 ${is}`, `It should come to ${wanted}, and comes to ${is}`);
