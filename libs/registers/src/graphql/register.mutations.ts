import { builder, commandMutation, stepMutations, type CommandInput } from '@taizhang/platform';
import { defineRegister, reviseRegister } from '../commands/define-register.ts';
import { registerEntry } from '../commands/register-entry.ts';
import { registerSteps } from '../commands/register-steps.ts';
import { editRegisterEntry, takeRegisterStep } from '../commands/take-step.ts';
import { REGISTER_LIFE_CYCLE } from '../rules/index.ts';
import { DefinitionInput } from './definition.type.ts';
import { decodeRecordIds } from './decode-any-id.ts';

const ValueInput = builder.inputType('RegisterValueInput', {
  description:
    '字段值。What to say in one field, under the one name that its kind has; with none of them the value is cleared.',
  fields: (t) => ({
    key: t.string({ required: true, description: '字段键。Which field.' }),
    text: t.string({
      description: '文字。Of TEXT and LONG_TEXT, the key of a CHOICE, the name of a FILE.',
    }),
    number: t.string({ description: '数字。Of NUMBER: at most 4 decimals.' }),
    fen: t.field({ type: 'Fen', description: '金额。Of MONEY: whole fen.' }),
    day: t.field({ type: 'Date', description: '日期。Of DAY.' }),
    flag: t.boolean({ description: '是否。Of FLAG.' }),
    recordId: t.id({ description: '所引记录。Of a reference: the id of the record.' }),
  }),
});

const UNITS = { organizationId: 'Organization', unitId: 'Organization' } as const;

commandMutation<CommandInput>({
  name: 'defineRegister',
  description:
    '建立登记簿。Makes a register of a bureau, with the first version of its definition.',
  model: 'Register',
  ids: UNITS,
  fields: (t) => ({
    organizationId: t.id({ required: true, description: '所属单位。The bureau that keeps it.' }),
    key: t.string({
      required: true,
      description: '键。Its name within the bureau; never changed.',
    }),
    title: t.string({ required: true, description: '名称。What it is called.' }),
    description: t.string({ description: '说明。What it is for.' }),
    templateKey: t.string({ description: '模板。The ready definition that it is made from.' }),
    definition: t.field({
      type: DefinitionInput,
      required: true,
      description: '定义。Its fields and flow.',
    }),
    note: t.string({ description: '版本说明。What to know of this version.' }),
  }),
  run: defineRegister,
});

commandMutation({
  name: 'reviseRegister',
  description:
    '修订登记簿。Adds a version to its definition: new entries are made by it, those that there are keep theirs.',
  model: 'Register',
  changes: 'Register',
  ids: UNITS,
  fields: (t) => ({
    title: t.string({ description: '名称。What it is called.' }),
    description: t.string({ description: '说明。What it is for.' }),
    definition: t.field({
      type: DefinitionInput,
      required: true,
      description: '定义。Its fields and flow from now on, whole.',
    }),
    note: t.string({ description: '版本说明。What was changed, and why.' }),
  }),
  run: reviseRegister,
});

stepMutations(REGISTER_LIFE_CYCLE, registerSteps, {});

commandMutation<CommandInput>({
  name: 'registerEntry',
  description:
    '登记。Makes an entry by the current version of a register: the first step of its flow.',
  model: 'RegisterEntry',
  ids: { registerId: 'Register', unitId: 'Organization' },
  fields: (t) => ({
    registerId: t.id({ required: true, description: '登记簿。Of which register.' }),
    unitId: t.id({ description: '登记科室。Of which unit; your own when unsaid.' }),
    values: t.field({ type: [ValueInput], description: '字段值。What its first step asks for.' }),
  }),
  run: (context, input) => registerEntry(context, decodeRecordIds(input)),
});

commandMutation({
  name: 'editRegisterEntry',
  description:
    '修改登记。Puts right what the last step said, until the entry is done with; who does so stands in for who took it.',
  model: 'RegisterEntry',
  changes: 'RegisterEntry',
  fields: (t) => ({
    values: t.field({
      type: [ValueInput],
      required: true,
      description: '字段值。What is said otherwise.',
    }),
    reason: t.string({ description: '理由。Why; kept in the history.' }),
  }),
  run: (context, input) => editRegisterEntry(context, decodeRecordIds(input)),
});

commandMutation({
  name: 'takeRegisterStep',
  description:
    '办理登记步骤。Takes a step of the flow with an entry; `nextSteps` says which there are.',
  model: 'RegisterEntry',
  changes: 'RegisterEntry',
  fields: (t) => ({
    step: t.string({ required: true, description: '步骤键。Which step.' }),
    values: t.field({ type: [ValueInput], description: '字段值。What the step asks for.' }),
    reason: t.string({ description: '理由。Why; kept in the history.' }),
  }),
  run: (context, input) => takeRegisterStep(context, decodeRecordIds(input)),
});
