import type { RoleName } from '@taizhang/access/rules';
import { bilingual } from '@taizhang/platform/rules';
import {
  registerDefinition,
  type RegisterDefinitionInput,
  type RegisterFieldKind,
  type RegisterFile,
} from '../definition.ts';

type FieldInput = RegisterDefinitionInput['fields'][number];
type StepInput = RegisterDefinitionInput['steps'][number];
type More = Partial<Omit<FieldInput, 'key' | 'label' | 'kind'>>;

const of =
  (kind: RegisterFieldKind) =>
  (key: string, chinese: string, english: string, more: More = {}): FieldInput => ({
    key,
    label: bilingual(chinese, english),
    kind,
    ...more,
  });

export const text = of('TEXT');
export const longText = of('LONG_TEXT');
export const money = of('MONEY');
export const number = of('NUMBER');
export const day = of('DAY');
export const flag = of('FLAG');
export const person = of('PERSON');
export const unit = of('ORGANIZATION');
export const documentOf = of('DOCUMENT');
export const file = of('FILE');

/** An entry of another register. */
export const entry = (
  register: string,
  key: string,
  chinese: string,
  english: string,
  more: More = {},
): FieldInput => of('ENTRY')(key, chinese, english, { register, ...more });

/** One of some words; each option as key, Chinese, English. */
export const choice = (
  key: string,
  chinese: string,
  english: string,
  options: readonly (readonly [string, string, string])[],
  more: More = {},
): FieldInput =>
  of('CHOICE')(key, chinese, english, {
    options: options.map(([option, zh, en]) => ({ key: option, label: bilingual(zh, en) })),
    ...more,
  });

export const REQUIRED = { isRequired: true } as const;
export const SENSITIVE = { isSensitive: true } as const;

export const stage = (key: string, chinese: string, english: string, isEnd = false) => ({
  key,
  label: bilingual(chinese, english),
  isEnd,
});

/** Who takes a step: holders of roles, at the entry's place or at the unit of that name. */
interface Who {
  roles: RoleName[];
  unitName?: string;
}
export const CONTACT: Who = { roles: ['SECTION_CONTACT', 'PARTY_AFFAIRS'] };
export const AFFAIRS: Who = { roles: ['PARTY_AFFAIRS'] };
export const LEADER: Who = { roles: ['LEAD_LEADER'] };
export const GROUP: Who = { roles: ['PARTY_SECRETARY'] };
export const contactAt = (unitName: string): Who => ({ roles: ['SECTION_CONTACT'], unitName });

type StepMore = Partial<Pick<StepInput, 'asks' | 'notBy' | 'needsReason' | 'isDangerous'>>;

/** A step from stages to a stage; from none it makes an entry. */
export const step = (
  key: string,
  words: readonly [string, string],
  from: readonly string[],
  to: string,
  who: Who,
  more: StepMore = {},
): StepInput => ({
  key,
  label: bilingual(...words),
  from: [...from],
  to,
  ...who,
  roles: [...who.roles],
  ...more,
});

export const rule = (
  key: string,
  steps: readonly string[],
  holds: string,
  chinese: string,
  english: string,
) => ({ key, steps: [...steps], holds, message: bilingual(chinese, english) });

/** A ready definition: it travels as any other register's does. */
export const template = (
  key: string,
  title: readonly [string, string],
  description: readonly [string, string],
  definition: RegisterDefinitionInput,
): RegisterFile => ({
  format: 'taizhang-register-1',
  key,
  title: bilingual(...title),
  description: bilingual(...description),
  definition: registerDefinition.parse(definition),
});
