import {
  ALLOWED_ACTIONS,
  AllowedActionType,
  builder,
  encodeRecordId,
  fromDay,
  historyOf,
  ProvenanceType,
  type Caller,
  type RequestContext,
} from '@taizhang/platform';
import { allowedAction, bilingual, sayActions, todayInShanghai } from '@taizhang/platform/rules';
import {
  isReference,
  RECORD_TYPES,
  refuseByRules,
  refuseEdit,
  refuseStep,
  seesField,
  showValue,
  stageLabel,
  stepOf,
  type RegisterDefinition,
  type RegisterField,
  type RegisterStep,
} from '../rules/index.ts';
import { definitionOf, plainValue, readFacts, type StoredValue } from '../stored-value.ts';
import { visibleEntries } from '../visible-registers.ts';
import { RegisterFieldKindType } from './enums.type.ts';

/** What the rules ask about, with the definition that the entry keeps. */
const STATE = {
  id: true,
  organizationId: true,
  unitId: true,
  stage: true,
  stepsTaken: { orderBy: { ordinal: 'asc' as const } },
  registerVersion: { select: { definition: true } },
};
const WITH_VALUES = { ...STATE, values: true } as const;

/** What the hub puts into each request for whoever hands out files. */
interface FileLinks {
  linkToFile: (recordId: string, callerKey: string) => string;
}

interface ShownValue {
  entryId: string;
  field: RegisterField;
  /** Null where the caller may not see it. */
  value: StoredValue | null;
}

const WORDS = { yes: '是', no: '否' };

const ValueType = builder.objectRef<ShownValue>('RegisterValue').implement({
  description:
    '字段值。What an entry says in one field: under the name that its kind has, and in words. Null throughout where nothing is said, or where it is masked.',
  fields: (t) => ({
    key: t.string({ description: '字段键。Which field.', resolve: ({ field }) => field.key }),
    label: t.string({
      description: '字段名。What the field is called.',
      resolve: ({ field }) => field.label,
    }),
    kind: t.field({
      type: RegisterFieldKindType,
      description: '类型。The field’s kind in the entry’s version.',
      resolve: ({ field }) => field.kind,
    }),
    isMasked: t.boolean({
      description: '是否遮蔽。Whether you may not see what it says.',
      resolve: ({ value }) => value === null,
    }),
    text: t.string({
      nullable: true,
      description:
        '文字。Of TEXT and LONG_TEXT; the key of a CHOICE; what a named record was called when it was named.',
      resolve: ({ value }) => value?.text,
    }),
    number: t.string({
      nullable: true,
      description: '数字。Of NUMBER: an exact decimal number.',
      resolve: ({ value }) => value?.number?.toFixed(),
    }),
    fen: t.field({
      type: 'Fen',
      nullable: true,
      description: '金额。Of MONEY: whole fen.',
      resolve: ({ value }) => value?.fen,
    }),
    day: t.field({
      type: 'Date',
      nullable: true,
      description: '日期。Of DAY.',
      resolve: ({ value }) => fromDay(value?.day ?? null),
    }),
    flag: t.boolean({
      nullable: true,
      description: '是否。Of FLAG.',
      resolve: ({ value }) => value?.flag,
    }),
    recordId: t.id({
      nullable: true,
      description: '所引记录。Of a reference: the id of the record, for `node`.',
      resolve: ({ field, value }) =>
        value?.recordId && isReference(field.kind)
          ? encodeRecordId(RECORD_TYPES[field.kind], value.recordId)
          : null,
    }),
    downloadUrl: t.string({
      nullable: true,
      description:
        '下载链接，短时有效，仅限本人。Of a FILE: a path to download it, valid for some minutes and for you alone.',
      resolve: ({ entryId, field, value }, _args, context) =>
        field.kind === 'FILE' && value?.recordId
          ? `${(context as unknown as FileLinks).linkToFile(entryId, context.caller?.key ?? '')}&field=${field.key}`
          : null,
    }),
    shown: t.string({
      nullable: true,
      description: '显示文字。As people read it: a sum in yuan, a choice by its name.',
      resolve: ({ field, value }) => value && shown(field, value),
    }),
  }),
});

const shown = (field: RegisterField, value: StoredValue): string | null =>
  isReference(field.kind) ? value.text : showValue(field, plainValue(value), WORDS);

interface OfferedStep {
  step: RegisterStep;
  reason: string | null;
}

const OfferedStepType = builder.objectRef<OfferedStep>('RegisterStepOffer').implement({
  description: '可办步骤。A step from where the entry stands, and whether you may take it.',
  fields: (t) => ({
    step: t.string({ description: '步骤键。Which step.', resolve: ({ step }) => step.key }),
    label: t.string({ description: '名称。As on a button.', resolve: ({ step }) => step.label }),
    asks: t.stringList({
      description: '填写字段，至多 40 个。The fields that it asks for; at most 40.',
      resolve: ({ step }) => step.asks,
    }),
    needsReason: t.boolean({
      description: '是否须说明理由。Whether a reason has to be given.',
      resolve: ({ step }) => step.needsReason,
    }),
    isDangerous: t.boolean({
      description: '是否须慎重。Whether it undoes work or cannot be undone.',
      resolve: ({ step }) => step.isDangerous,
    }),
    allowed: t.boolean({
      description: '能否办理。Whether it would be accepted now, what it asks for apart.',
      resolve: ({ reason }) => reason === null,
    }),
    reason: t.exposeString('reason', {
      nullable: true,
      description: '不能办理的原因。Why not; null when allowed.',
    }),
  }),
});

interface TakenStep {
  label: string;
  ordinal: number;
  step: string;
  from: string | null;
  to: string;
  takenByName: string;
  takenAt: Date;
  reason: string | null;
}

const TakenStepType = builder.objectRef<TakenStep>('RegisterStepTaken').implement({
  description: '已办步骤。A step that was taken: who signed it, and when.',
  fields: (t) => ({
    ordinal: t.exposeInt('ordinal', { description: '序号。Its place, from 1.' }),
    step: t.exposeString('step', { description: '步骤键。Which step.' }),
    label: t.exposeString('label', { description: '名称。What it is called.' }),
    from: t.exposeString('from', {
      nullable: true,
      description: '前一阶段。The stage it was taken in; null for what made the entry.',
    }),
    to: t.exposeString('to', { description: '后一阶段。The stage it led to.' }),
    takenByName: t.exposeString('takenByName', {
      description: '办理人。Who took it, as named then.',
    }),
    takenAt: t.expose('takenAt', { type: 'DateTime', description: '办理时间。When.' }),
    reason: t.exposeString('reason', { nullable: true, description: '理由。Why.' }),
  }),
});

builder.prismaNode('RegisterEntry', {
  extensions: { readBy: 'visibleEntries' },
  id: { field: 'id' },
  description: '登记。An entry of a register.',
  findUnique: (id, context) => ({ id, AND: [visibleEntries(context.caller)] }),
  fields: (t) => ({
    register: t.relation('register', { description: '登记簿。The register it is of.' }),
    registerVersion: t.relation('registerVersion', {
      description: '定义版本。The version that it was made by and keeps.',
    }),
    number: t.exposeInt('number', { description: '编号。Counts within its register, from 1.' }),
    title: t.exposeString('title', { description: '名称。What lists and references call it.' }),
    stage: t.exposeString('stage', { description: '阶段。Where it stands, by key.' }),
    stageLabel: t.string({
      description: '阶段名称。Where it stands, in words.',
      select: { stage: true, registerVersion: { select: { definition: true } } },
      resolve: ({ stage, registerVersion }) => stageLabel(definitionOf(registerVersion), stage),
    }),
    isOpen: t.exposeBoolean('isOpen', {
      description: '是否未办结。Whether something is left to do.',
    }),
    organization: t.relation('organization', { description: '所属单位。The bureau.' }),
    unit: t.relation('unit', { nullable: true, description: '登记科室。The unit it is of.' }),
    enteredBy: t.relation('enteredBy', {
      nullable: true,
      description: '登记人。Who made it; null for another system.',
    }),
    enteredOn: t.expose('enteredOn', { type: 'Date', description: '登记日期。The day.' }),
    values: t.field({
      type: [ValueType],
      description:
        '各字段值，至多 40 项。What it says, in the order of its version’s fields; at most 40.',
      args: {
        keys: t.arg.stringList({ description: '字段键。Only these fields; all when unsaid.' }),
      },
      select: WITH_VALUES,
      resolve: (entry, { keys }, { caller }) => {
        const definition = definitionOf(entry.registerVersion);
        return definition.fields
          .filter(({ key }) => !keys || keys.includes(key))
          .map((field) => ({
            entryId: entry.id,
            field,
            value: seenValue(entry, definition, field, caller),
          }));
      },
    }),
    stepsTaken: t.field({
      type: [TakenStepType],
      description: '已办步骤，最早在前，至多 200 步。The steps taken, oldest first; at most 200.',
      select: STATE,
      resolve: ({ stepsTaken, registerVersion }) => {
        const definition = definitionOf(registerVersion);
        return stepsTaken.map((taken) => ({
          ...taken,
          label: stepOf(definition, taken.step)?.label ?? taken.step,
        }));
      },
    }),
    nextSteps: t.field({
      type: [OfferedStepType],
      nullable: true,
      description:
        '可办步骤，至多 30 个。The steps from where it stands, and whether you may take them; at most 30.',
      select: WITH_VALUES,
      resolve: async (entry, _args, context) => {
        const { caller } = context;
        if (!caller) return [];
        const definition = definitionOf(entry.registerVersion);
        const steps = definition.steps.filter(({ from }) => from.includes(entry.stage));
        const facts = await factsOf(context, entry);
        return steps.map((step) => ({
          step,
          reason:
            (
              refuseStep(definition, step, entry, caller) ??
              // What a step asks for is weighed when it was said.
              (step.asks.length
                ? null
                : refuseByRules(definition, step, facts, (field) =>
                    seesField(caller, definition, field, entry),
                  ))
            )?.message ?? null,
        }));
      },
    }),
    provenance: t.expose('provenance', {
      type: ProvenanceType,
      description: '来源。Where it comes from.',
    }),
    version: t.exposeInt('version', {
      description: '版本号。Counts its changes; send it as expectedVersion.',
    }),
    updatedAt: t.expose('updatedAt', {
      type: 'DateTime',
      description: '更新时间。When it last changed.',
    }),
    allowedActions: t.field({
      type: [AllowedActionType],
      description: `${ALLOWED_ACTIONS} Which steps of its flow: \`nextSteps\`.`,
      select: STATE,
      resolve: (entry, _args, { caller }) => {
        if (!caller) return [];
        const definition = definitionOf(entry.registerVersion);
        const steps = definition.steps.filter(({ from }) => from.includes(entry.stage));
        const refusals = steps.map((step) => refuseStep(definition, step, entry, caller));
        const refusal = refusals.includes(null) ? null : (refusals[0]?.message ?? DONE);
        return [
          ...sayActions({ editRegisterEntry: refuseEdit(definition, entry, caller) }),
          allowedAction('takeRegisterStep', refusal),
        ];
      },
    }),
  }),
});

const DONE = bilingual('已办结', 'It is done with');

type Stated = { organizationId: string; unitId: string | null; values: readonly StoredValue[] };

/** What is stored of a field, or null where the caller may not see it. */
function seenValue(
  entry: Stated,
  definition: RegisterDefinition,
  field: RegisterField,
  caller: Caller | null,
): StoredValue | null {
  const value = entry.values.find(({ key }) => key === field.key) ?? null;
  return caller && seesField(caller, definition, field, entry) ? value : null;
}

/** What rules read of an entry as it is. */
async function factsOf(
  { db, now }: RequestContext,
  entry: Stated & { stage: string; registerVersion: { definition: unknown } },
) {
  const said = Object.fromEntries(entry.values.map((value) => [value.key, plainValue(value)]));
  const values = await readFacts(db, definitionOf(entry.registerVersion), said);
  return { values, today: todayInShanghai(now()), stage: entry.stage };
}

historyOf('RegisterEntry', {
  description: '历史。What happened to it, newest first; masked values are left out.',
  of: ({ id }) => ({ subjectType: 'RegisterEntry', subjectId: id }),
  visible: ({ caller }) => visibleEntries(caller),
});
