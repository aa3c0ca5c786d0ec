import { ROLES } from '@taizhang/access/rules';
import { FIELD_KINDS, type RegisterDefinition } from '@taizhang/registers/rules';
import { useLanguage, useTerm } from '@taizhang/ui';
import { useTranslation } from 'react-i18next';
import type { Choice } from '../form/choice-field.tsx';
import type { PartColumn } from './part-editor.tsx';

type Field = RegisterDefinition['fields'][number];
type Stage = RegisterDefinition['stages'][number];
type Step = RegisterDefinition['steps'][number];
type Rule = RegisterDefinition['rules'][number];

const PART_ROLES = [
  'SECTION_CONTACT',
  'PARTY_AFFAIRS',
  'LEAD_LEADER',
  'PARTY_SECRETARY',
  'INSPECTION_OFFICE',
];

export const EMPTY_FIELD: Field = {
  key: '',
  label: '',
  hint: null,
  kind: 'TEXT',
  isRequired: false,
  isSensitive: false,
  isUnique: false,
  options: [],
  register: null,
  value: null,
};
export const EMPTY_STAGE: Stage = { key: '', label: '', isEnd: false };
export const EMPTY_STEP: Step = {
  key: '',
  label: '',
  from: [],
  to: '',
  roles: [],
  unitId: null,
  unitName: null,
  notBy: [],
  asks: [],
  needsReason: false,
  isDangerous: false,
};
export const EMPTY_RULE: Rule = { key: '', steps: [], holds: '', message: '' };

/** What the editor asks of each part of a definition. */
export function useEditorColumns(definition: RegisterDefinition, units: readonly Choice[]) {
  const { t } = useTranslation('admin');
  const { pick } = useLanguage();
  const term = useTerm();
  const named = (parts: readonly { key: string; label: string }[]): Choice[] =>
    parts
      .filter(({ key }) => key)
      .map(({ key, label }) => ({ value: key, label: pick(label) || key }));
  const stages = named(definition.stages);
  const steps = named(definition.steps);
  const asked = named(definition.fields.filter(({ value }) => !value));
  const roles = ROLES.filter((role) => PART_ROLES.includes(role)).map((role) => ({
    value: role,
    label: term('Role', role),
  }));
  const kinds = FIELD_KINDS.map((kind) => ({
    value: kind,
    label: term('RegisterFieldKind', kind),
  }));
  const key = { name: 'key', label: t('registers.key'), kind: 'text' } as const;
  const label = { name: 'label', label: t('registers.label'), kind: 'text' } as const;
  const fields: PartColumn<Field>[] = [
    label,
    key,
    { name: 'kind', label: t('registers.kind'), kind: 'one', choices: kinds },
    {
      name: 'options',
      label: t('registers.options'),
      kind: 'options',
      applies: ({ kind }) => kind === 'CHOICE',
    },
    {
      name: 'register',
      label: t('registers.ofRegister'),
      kind: 'text',
      applies: ({ kind }) => kind === 'ENTRY',
    },
    { name: 'value', label: t('registers.formula'), kind: 'text', isWide: true },
    { name: 'hint', label: t('registers.hint'), kind: 'text' },
    { name: 'isRequired', label: t('registers.isRequired'), kind: 'flag' },
    { name: 'isSensitive', label: t('registers.isSensitive'), kind: 'flag' },
    { name: 'isUnique', label: t('registers.isUnique'), kind: 'flag' },
  ];
  const stageColumns: PartColumn<Stage>[] = [
    label,
    key,
    { name: 'isEnd', label: t('registers.isEnd'), kind: 'flag' },
  ];
  const stepColumns: PartColumn<Step>[] = [
    label,
    key,
    { name: 'from', label: t('registers.from'), kind: 'many', choices: stages },
    { name: 'to', label: t('registers.to'), kind: 'one', choices: stages },
    { name: 'roles', label: t('registers.roles'), kind: 'many', choices: roles },
    { name: 'unitId', label: t('registers.atUnit'), kind: 'one', choices: units },
    { name: 'asks', label: t('registers.asks'), kind: 'many', choices: asked, isWide: true },
    { name: 'notBy', label: t('registers.notBy'), kind: 'many', choices: steps },
    { name: 'needsReason', label: t('registers.needsReason'), kind: 'flag' },
    { name: 'isDangerous', label: t('registers.isDangerous'), kind: 'flag' },
  ];
  const ruleColumns: PartColumn<Rule>[] = [
    key,
    { name: 'steps', label: t('registers.blocks'), kind: 'many', choices: steps },
    { name: 'holds', label: t('registers.holds'), kind: 'text', isWide: true },
    { name: 'message', label: t('registers.message'), kind: 'text', isWide: true },
  ];
  return { fields, stages: stageColumns, steps: stepColumns, rules: ruleColumns };
}
