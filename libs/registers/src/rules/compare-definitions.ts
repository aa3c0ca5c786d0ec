import { bilingual, type BilingualText } from '@taizhang/platform/rules';
import type { RegisterDefinition, RegisterField, RegisterStep } from './definition.ts';
import { naming } from './naming.ts';

/** What became of a part of a definition from one version to the next. */
export const CHANGE_KINDS = [
  'ADDED',
  'REMOVED',
  'CHANGED',
  'KIND_CHANGED',
  'OPTION_REMOVED',
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

export interface DefinitionChange {
  kind: ChangeKind;
  part: 'FIELD' | 'STAGE' | 'STEP' | 'RULE';
  key: string;
  label: string;
  words: BilingualText;
  /** For an option that is no longer there: its key. */
  option: string | null;
}

type Part = { key: string };

/** What differs between two versions, in the order in which people read a definition. */
export function compareDefinitions(
  before: RegisterDefinition,
  after: RegisterDefinition,
): DefinitionChange[] {
  return [
    ...parts('FIELD', before.fields, after.fields, changesOfField),
    ...parts('STAGE', before.stages, after.stages, plainly),
    ...parts('STEP', before.steps, after.steps, plainly),
    ...parts('RULE', before.rules, after.rules, plainly),
  ];
}

type Said = Pick<DefinitionChange, 'kind' | 'words'> & { option?: string };

function parts<One extends Part>(
  part: DefinitionChange['part'],
  before: readonly One[],
  after: readonly One[],
  changes: (was: One, is: One) => Said[],
): DefinitionChange[] {
  const say = (one: One, said: Said): DefinitionChange => ({
    part,
    key: one.key,
    label: labelOf(one),
    option: null,
    ...said,
  });
  const removed = before
    .filter(({ key }) => !after.some((one) => one.key === key))
    .map((one) => say(one, { kind: 'REMOVED', words: bilingual('删除', 'Removed') }));
  const others = after.flatMap((one) => {
    const was = before.find(({ key }) => key === one.key);
    if (!was) return [say(one, { kind: 'ADDED', words: bilingual('新增', 'Added') })];
    return changes(was, one).map((said) => say(one, said));
  });
  return [...removed, ...others];
}

const labelOf = (one: Part): string => {
  const { label, message } = one as { label?: string; message?: string };
  return label ?? message ?? one.key;
};

function changesOfField(was: RegisterField, is: RegisterField): Said[] {
  if (was.kind !== is.kind)
    return [
      {
        kind: 'KIND_CHANGED',
        words: bilingual(`类型由 ${was.kind} 改为 ${is.kind}`, `From ${was.kind} to ${is.kind}`),
      },
    ];
  const gone = was.options.filter(({ key }) => !is.options.some((option) => option.key === key));
  return [
    ...gone.map(({ key, label }) => ({
      kind: 'OPTION_REMOVED' as const,
      option: key,
      words: naming(
        label,
        (name) => `删除选项“${name}”`,
        (name) => `The option "${name}" is removed`,
      ),
    })),
    ...plainly({ ...was, options: was.options.filter((option) => !gone.includes(option)) }, is),
  ];
}

/** Words for what can be said of a part; anything else has only changed. */
const WORDS: Partial<Record<keyof RegisterField | keyof RegisterStep, BilingualText>> = {
  label: bilingual('名称', 'Name'),
  hint: bilingual('提示', 'Hint'),
  isRequired: bilingual('是否必填', 'Whether it is required'),
  isUnique: bilingual('是否唯一', 'Whether it is unique'),
  options: bilingual('选项', 'Options'),
  value: bilingual('公式', 'Formula'),
  from: bilingual('前一阶段', 'Stages before'),
  to: bilingual('后一阶段', 'Stage after'),
  roles: bilingual('办理角色', 'Roles'),
  unitId: bilingual('办理单位', 'Unit'),
  notBy: bilingual('须由他人办理', 'Not by the same person'),
  asks: bilingual('填写字段', 'Fields asked for'),
};

function plainly<One extends Part>(was: One, is: One): Said[] {
  const [a, b] = [was, is] as unknown as [Record<string, unknown>, Record<string, unknown>];
  const names = Object.keys({ ...a, ...b }).filter(
    (name) => JSON.stringify(a[name] ?? null) !== JSON.stringify(b[name] ?? null),
  );
  if (!names.length) return [];
  const said = names.map((name) => WORDS[name as 'label'] ?? bilingual(name, name));
  const [chinese, english] = [0, 1].map((side) =>
    [...new Set(said.map((words) => words.split(' / ')[side]!))].join(side ? ', ' : '、'),
  );
  return [{ kind: 'CHANGED', words: bilingual(`修改${chinese!}`, `Changed: ${english!}`) }];
}

/** Fields whose sensitivity would change: it is decided once, since the log and earlier versions keep their values as they were shown. */
export const sensitivityMoved = (
  earlier: readonly RegisterDefinition[],
  after: RegisterDefinition,
): RegisterField[] =>
  after.fields.filter((field) =>
    earlier.some(({ fields }) =>
      fields.some((was) => was.key === field.key && was.isSensitive !== field.isSensitive),
    ),
  );
