import { builder } from '@taizhang/platform';
import type {
  RegisterDefinition,
  RegisterField,
  RegisterRule,
  RegisterStep,
} from '../rules/index.ts';
import { RegisterFieldKindType } from './enums.type.ts';

/** Access makes the type of roles; types meet by their names. */
const RoleType = 'Role' as never;

const OptionType = builder.objectRef<RegisterField['options'][number]>('RegisterOption').implement({
  description: '选项。What a choice may be.',
  fields: (t) => ({
    key: t.exposeString('key', { description: '键。What a value holds.' }),
    label: t.exposeString('label', { description: '名称。What people read.' }),
  }),
});

const FieldType = builder.objectRef<RegisterField>('RegisterField').implement({
  description: '登记簿字段。A field of a register, as one version defines it.',
  fields: (t) => ({
    key: t.exposeString('key', { description: '键。By which values and expressions name it.' }),
    label: t.exposeString('label', { description: '名称。What people read.' }),
    hint: t.string({
      nullable: true,
      description: '填写提示。What to write.',
      resolve: ({ hint }) => hint,
    }),
    kind: t.expose('kind', {
      type: RegisterFieldKindType,
      description: '类型。What it holds, and so under which name of `RegisterValue`.',
    }),
    isRequired: t.exposeBoolean('isRequired', {
      description: '是否必填。Whether the step that asks for it needs it.',
    }),
    isSensitive: t.exposeBoolean('isSensitive', {
      description:
        '是否敏感。Shown to whoever may see sensitive fields at the entry’s bureau and to who is asked for it; to others masked.',
    }),
    isUnique: t.exposeBoolean('isUnique', {
      description: '是否唯一。Whether no two entries of the register say the same.',
    }),
    options: t.expose('options', {
      type: [OptionType],
      description: '选项，至多 50 项。Of a choice: what it may be; at most 50.',
    }),
    register: t.string({
      nullable: true,
      description: '引用的登记簿。Of an ENTRY: the key of the register that it names entries of.',
      resolve: ({ register }) => register,
    }),
    value: t.string({
      nullable: true,
      description:
        '公式。Of a computed field: the expression (CEL) that it comes to; null where people fill it in.',
      resolve: ({ value }) => value,
    }),
  }),
});

const StageType = builder
  .objectRef<RegisterDefinition['stages'][number]>('RegisterStage')
  .implement({
    description: '阶段。Where entries can stand.',
    fields: (t) => ({
      key: t.exposeString('key', { description: '键。What `stage` of an entry holds.' }),
      label: t.exposeString('label', { description: '名称。What people read.' }),
      isEnd: t.exposeBoolean('isEnd', { description: '是否办结。Whether nothing is left to do.' }),
    }),
  });

const StepType = builder.objectRef<RegisterStep>('RegisterStep').implement({
  description: '步骤。A step of a register’s flow, and who may take it.',
  fields: (t) => ({
    key: t.exposeString('key', { description: '键。What `takeRegisterStep` takes.' }),
    label: t.exposeString('label', { description: '名称。As on a button.' }),
    from: t.exposeStringList('from', {
      description:
        '前一阶段，至多 20 个。The stages it is taken in; none for what makes an entry. At most 20.',
    }),
    to: t.exposeString('to', { description: '后一阶段。The stage it leads to.' }),
    roles: t.field({
      type: [RoleType],
      description: '办理角色，至多每个角色一项。Roles of which one is needed; at most one a role.',
      resolve: ({ roles }) => roles as never,
    }),
    unit: t.field({
      type: 'Organization' as never,
      nullable: true,
      description:
        '办理单位。The unit at which the role has to be held; at the entry’s own place when null.',
      resolve: ({ unitId }, _args, { db }) =>
        (unitId ? db.organization.findUnique({ where: { id: unitId } }) : null) as never,
    }),
    unitName: t.string({
      nullable: true,
      description: '办理单位名称。What the definition calls that unit.',
      resolve: ({ unitName }) => unitName,
    }),
    notBy: t.exposeStringList('notBy', {
      description:
        '须由他人办理的步骤，至多 30 个。Four eyes: whoever took one of these does not take it; at most 30.',
    }),
    asks: t.exposeStringList('asks', {
      description: '填写字段，至多 40 个。The keys of the fields that it asks for; at most 40.',
    }),
    needsReason: t.exposeBoolean('needsReason', {
      description: '是否须说明理由。Whether a reason has to be given.',
    }),
    isDangerous: t.exposeBoolean('isDangerous', {
      description: '是否须慎重。Whether it undoes work or cannot be undone.',
    }),
  }),
});

const RuleType = builder.objectRef<RegisterRule>('RegisterRule').implement({
  description: '规则。What has to hold before a step is taken.',
  fields: (t) => ({
    key: t.exposeString('key', { description: '键。The rule’s stable name.' }),
    steps: t.exposeStringList('steps', {
      description: '所管步骤，至多 30 个。The steps that it blocks; at most 30.',
    }),
    holds: t.exposeString('holds', { description: '条件。The expression (CEL) that has to hold.' }),
    message: t.exposeString('message', {
      description: '不符时的提示。What whoever is refused reads.',
    }),
  }),
});

/** 登记簿定义 */
export const DefinitionType = builder
  .objectRef<RegisterDefinition>('RegisterDefinition')
  .implement({
    description: '登记簿定义。The fields and the flow of a register.',
    fields: (t) => ({
      fields: t.expose('fields', {
        type: [FieldType],
        description: '字段，至多 40 个。Its fields, in the order of its form; at most 40.',
      }),
      stages: t.expose('stages', {
        type: [StageType],
        description: '阶段，至多 20 个。Where entries can stand; at most 20.',
      }),
      steps: t.expose('steps', {
        type: [StepType],
        description:
          '步骤，至多 30 个。What is done with entries, the one that makes them first of all; at most 30.',
      }),
      rules: t.expose('rules', {
        type: [RuleType],
        description: '规则，至多 30 条。What blocks steps; at most 30.',
      }),
    }),
  });

const OptionInput = builder.inputType('RegisterOptionInput', {
  description: '选项。What a choice may be.',
  fields: (t) => ({
    key: t.string({ required: true, description: '键。What a value holds.' }),
    label: t.string({ required: true, description: '名称。What people read.' }),
  }),
});

const FieldInput = builder.inputType('RegisterFieldInput', {
  description: '登记簿字段。A field of a register.',
  fields: (t) => ({
    key: t.string({ required: true, description: '键。A small letter, then letters and digits.' }),
    label: t.string({ required: true, description: '名称。What people read.' }),
    hint: t.string({ description: '填写提示。What to write.' }),
    kind: t.field({
      type: RegisterFieldKindType,
      required: true,
      description: '类型。What it holds.',
    }),
    isRequired: t.boolean({
      description: '是否必填。Whether its step needs it; false when unsaid.',
    }),
    isSensitive: t.boolean({
      description:
        '是否敏感，首次定义后不能更改。Whether it is masked; decided once. False when unsaid.',
    }),
    isUnique: t.boolean({
      description: '是否唯一。No two entries say the same; false when unsaid.',
    }),
    options: t.field({ type: [OptionInput], description: '选项。Of a choice: what it may be.' }),
    register: t.string({ description: '引用的登记簿。Of an ENTRY: the key of its register.' }),
    value: t.string({
      description: '公式。The expression that it comes to, at most 500 characters.',
    }),
  }),
});

const StageInput = builder.inputType('RegisterStageInput', {
  description: '阶段。Where entries can stand.',
  fields: (t) => ({
    key: t.string({ required: true, description: '键。Its name in the definition.' }),
    label: t.string({ required: true, description: '名称。What people read.' }),
    isEnd: t.boolean({
      description: '是否办结。Whether nothing is left to do; false when unsaid.',
    }),
  }),
});

const StepInput = builder.inputType('RegisterStepInput', {
  description: '步骤。A step of the flow, and who may take it.',
  fields: (t) => ({
    key: t.string({ required: true, description: '键。Its name in the definition.' }),
    label: t.string({ required: true, description: '名称。As on a button.' }),
    from: t.stringList({
      description: '前一阶段。The stages it is taken in; none makes an entry.',
    }),
    to: t.string({ required: true, description: '后一阶段。The stage it leads to.' }),
    roles: t.field({
      type: [RoleType],
      required: true,
      description: '办理角色。Roles of which one is needed.',
    }) as never,
    unitId: t.id({ description: '办理单位。The unit at which the role has to be held.' }),
    unitName: t.string({ description: '办理单位名称。Its name, where its id is not known.' }),
    notBy: t.stringList({
      description: '须由他人办理的步骤。Whoever took these does not take it.',
    }),
    asks: t.stringList({ description: '填写字段。The fields that it asks for.' }),
    needsReason: t.boolean({ description: '是否须说明理由。False when unsaid.' }),
    isDangerous: t.boolean({ description: '是否须慎重。False when unsaid.' }),
  }),
});

const RuleInput = builder.inputType('RegisterRuleInput', {
  description: '规则。What has to hold before a step is taken.',
  fields: (t) => ({
    key: t.string({ required: true, description: '键。Its stable name.' }),
    steps: t.stringList({ required: true, description: '所管步骤。The steps that it blocks.' }),
    holds: t.string({ required: true, description: '条件。The expression that has to hold.' }),
    message: t.string({ required: true, description: '提示。What whoever is refused reads.' }),
  }),
});

/** 登记簿定义 */
export const DefinitionInput = builder.inputType('RegisterDefinitionInput', {
  description: '登记簿定义。The fields and the flow of a register.',
  fields: (t) => ({
    fields: t.field({ type: [FieldInput], required: true, description: '字段。1 to 40 fields.' }),
    stages: t.field({ type: [StageInput], required: true, description: '阶段。1 to 20 stages.' }),
    steps: t.field({ type: [StepInput], required: true, description: '步骤。1 to 30 steps.' }),
    rules: t.field({ type: [RuleInput], description: '规则。At most 30 rules.' }),
  }),
});
