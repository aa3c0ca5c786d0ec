import { ROLES } from '@taizhang/access/rules';
import { bilingual, optionalLine, optionalText, requiredLine } from '@taizhang/platform/rules';
import { z } from 'zod';

/** The kinds of a register's fields: those of described fields, and references to records. */
export const FIELD_KINDS = [
  'TEXT',
  'LONG_TEXT',
  'NUMBER',
  'MONEY',
  'DAY',
  'CHOICE',
  'FLAG',
  'PERSON',
  'ORGANIZATION',
  'ITEM',
  'DOCUMENT',
  'FILE',
  'ENTRY',
] as const;
export type RegisterFieldKind = (typeof FIELD_KINDS)[number];

/** The API's type of the record that a field of a kind names. */
export const RECORD_TYPES = {
  PERSON: 'Person',
  ORGANIZATION: 'Organization',
  ITEM: 'RectificationItem',
  DOCUMENT: 'InstitutionalDocument',
  FILE: 'StoredFile',
  ENTRY: 'RegisterEntry',
} as const satisfies Partial<Record<RegisterFieldKind, string>>;
export type ReferenceKind = keyof typeof RECORD_TYPES;

/** Whether a field's value names another record. */
export const isReference = (kind: RegisterFieldKind): kind is ReferenceKind => kind in RECORD_TYPES;

export const MOST_FIELDS = 40;
const MOST_STAGES = 20;
const MOST_STEPS = 30;
const MOST_RULES = 30;
const MOST_OPTIONS = 50;
export const LONGEST_EXPRESSION = 500;

/** By which a definition names its own parts, and expressions their variables. */
const key = requiredLine(40).regex(
  /^[a-z][A-Za-z0-9_]*$/,
  bilingual(
    '键以小写字母开头，只含字母、数字和下划线',
    'A key begins with a small letter and has letters, digits and underscores only',
  ),
);
/** By which a register and a rule are named outside of it, as everything that the house names. */
const publicKey = requiredLine(40).regex(
  /^[a-z][a-z0-9-]*$/,
  bilingual(
    '键只含小写字母、数字和连字符，以字母开头',
    'A key begins with a small letter and has small letters, digits and hyphens only',
  ),
);
const expression = requiredLine(LONGEST_EXPRESSION);

/** 字段 */
const registerField = z.object({
  key,
  label: requiredLine(60),
  hint: optionalLine(200),
  kind: z.enum(FIELD_KINDS),
  /** An entry cannot pass the step that asks for it without it. */
  isRequired: z.boolean().default(false),
  /** Shown to whoever may see sensitive fields at the entry's place, and to who is asked for it. */
  isSensitive: z.boolean().default(false),
  /** No two entries of the register say the same. */
  isUnique: z.boolean().default(false),
  /** What a CHOICE may be. */
  options: z
    .array(z.object({ key: requiredLine(60), label: requiredLine(60) }))
    .max(MOST_OPTIONS)
    .default([]),
  /** The key of the register whose entries an ENTRY names. */
  register: optionalLine(40),
  /** What a computed field comes to; nobody fills it in. */
  value: expression.nullish(),
});
export type RegisterField = z.output<typeof registerField>;

/** 阶段 */
const registerStage = z.object({
  key,
  label: requiredLine(60),
  /** Whether nothing is left to be done in it. */
  isEnd: z.boolean().default(false),
});

/** 步骤 */
const registerStep = z.object({
  key,
  label: requiredLine(60),
  /** The stages in which it can be taken; none for the one step that makes an entry. */
  from: z.array(key).max(MOST_STAGES).default([]),
  to: key,
  /** Roles of which one has to be held at the entry's place, or at the unit named. */
  roles: z
    .array(z.enum(ROLES))
    .min(1, bilingual('至少选择一个角色', 'Name at least one role'))
    .max(ROLES.length),
  /** The unit that takes it, such as the one that keeps the books; whoever has the role at the entry's place when unsaid. */
  unitId: optionalLine(60),
  /** What a template calls that unit: it is looked for when the register is made. */
  unitName: optionalLine(60),
  /** Steps whose taker may not take this one. */
  notBy: z.array(key).max(MOST_STEPS).default([]),
  /** Fields that it asks for. */
  asks: z.array(key).max(MOST_FIELDS).default([]),
  needsReason: z.boolean().default(false),
  isDangerous: z.boolean().default(false),
});
export type RegisterStep = z.output<typeof registerStep>;

/** 规则 */
const registerRule = z.object({
  /** As rules of life cycles are named: what a refusal bears. */
  key: publicKey,
  /** The steps that it blocks unless it holds. */
  steps: z.array(key).min(1).max(MOST_STEPS),
  /** What has to hold. */
  holds: expression,
  /** What whoever is refused reads. */
  message: requiredLine(200),
});
export type RegisterRule = z.output<typeof registerRule>;

/** 登记簿定义: the fields and the flow of a register. */
export const registerDefinition = z.object({
  fields: z
    .array(registerField)
    .min(1, bilingual('至少一个字段', 'At least one field'))
    .max(MOST_FIELDS),
  stages: z
    .array(registerStage)
    .min(1, bilingual('至少一个阶段', 'At least one stage'))
    .max(MOST_STAGES),
  steps: z
    .array(registerStep)
    .min(1, bilingual('至少一个步骤', 'At least one step'))
    .max(MOST_STEPS),
  rules: z.array(registerRule).max(MOST_RULES).default([]),
});
export type RegisterDefinition = z.output<typeof registerDefinition>;
export type RegisterDefinitionInput = z.input<typeof registerDefinition>;

const FILE_FORMAT = 'taizhang-register-1';

/** 登记簿: what names one, beside its definition. */
const named = {
  key: publicKey,
  title: requiredLine(100),
  description: optionalText(1_000),
};

/** A register's definition as a file, to be taken to another hub. */
export const registerFile = z.object({
  format: z.literal(FILE_FORMAT),
  ...named,
  definition: registerDefinition,
});
export type RegisterFile = z.output<typeof registerFile>;

/** What a definition is as a file: whose units take its steps, another bureau says for itself. */
export const toFile = (
  register: { key: string; title: string; description?: string | null },
  definition: RegisterDefinition,
): RegisterFile => ({
  format: FILE_FORMAT,
  key: register.key,
  title: register.title,
  description: register.description ?? null,
  definition: {
    ...definition,
    steps: definition.steps.map((step) => ({ ...step, unitId: null })),
  },
});

/** 新建登记簿 */
export const defineRegisterInput = z.object({
  ...named,
  organizationId: requiredLine(60),
  templateKey: optionalLine(40),
  definition: registerDefinition,
  note: optionalText(1_000),
});

/** 修订登记簿 */
export const reviseRegisterInput = z.object({
  title: requiredLine(100).nullish(),
  description: optionalText(1_000),
  definition: registerDefinition,
  note: optionalText(1_000),
});

/** The step that makes an entry. */
export const enteringStep = ({ steps }: RegisterDefinition): RegisterStep =>
  steps.find(({ from }) => !from.length)!;

export const stepOf = ({ steps }: RegisterDefinition, key: string): RegisterStep | undefined =>
  steps.find((step) => step.key === key);

export const stageOf = ({ stages }: RegisterDefinition, key: string) =>
  stages.find((stage) => stage.key === key);

export const fieldOf = ({ fields }: RegisterDefinition, key: string): RegisterField | undefined =>
  fields.find((field) => field.key === key);

/** The field by whose value lists and references call an entry; its number where there is none. */
export const titleField = ({ fields }: RegisterDefinition): RegisterField | undefined =>
  fields.find(({ kind, isSensitive }) => kind === 'TEXT' && !isSensitive);

/** The name of a stage, as its definition says. */
export const stageLabel = (definition: RegisterDefinition, key: string): string =>
  stageOf(definition, key)?.label ?? key;
