import { builder, RegisterFieldKind, statusEnum } from '@taizhang/platform';
import { CHANGE_KINDS, REGISTER_LIFE_CYCLE } from '../rules/index.ts';

export const RegisterStatusType = statusEnum(
  'RegisterStatus',
  '登记簿状态。Whether entries are added to a register.',
  REGISTER_LIFE_CYCLE,
);

export const RegisterFieldKindType = builder.enumType('RegisterFieldKind', {
  description: '字段类型。What a field of a register holds.',
  values: {
    [RegisterFieldKind.TEXT]: { description: '文字。Text: a line: `text`.' },
    [RegisterFieldKind.LONG_TEXT]: { description: '长文字。Long text: several lines: `text`.' },
    [RegisterFieldKind.NUMBER]: {
      description: '数字。Number: exact, with at most 4 decimals: `number`.',
    },
    [RegisterFieldKind.MONEY]: { description: '金额。Money: a sum in whole fen: `fen`.' },
    [RegisterFieldKind.DAY]: { description: '日期。Day: `day`.' },
    [RegisterFieldKind.CHOICE]: {
      description: '选择。Choice: one of the field’s options, by its key: `text`.',
    },
    [RegisterFieldKind.FLAG]: { description: '是否。Yes or no: `flag`.' },
    [RegisterFieldKind.PERSON]: { description: '人员。Person: a `Person`: `recordId`.' },
    [RegisterFieldKind.ORGANIZATION]: {
      description: '单位。Organization: an `Organization`: `recordId`.',
    },
    [RegisterFieldKind.ITEM]: { description: '问题。Item: a `RectificationItem`: `recordId`.' },
    [RegisterFieldKind.DOCUMENT]: {
      description: '制度文件。Document: an `InstitutionalDocument`: `recordId`.',
    },
    [RegisterFieldKind.FILE]: {
      description: '附件。File: a `StoredFile` with its name: `recordId`.',
    },
    [RegisterFieldKind.ENTRY]: {
      description: '引用登记。Entry: a `RegisterEntry` of another register: `recordId`.',
    },
  } as const,
});

export const RegisterPartType = builder.enumType('RegisterPart', {
  description: '定义的组成。A part of a register’s definition.',
  values: {
    FIELD: { description: '字段。Field.' },
    STAGE: { description: '阶段。Stage.' },
    STEP: { description: '步骤。Step.' },
    RULE: { description: '规则。Rule.' },
  } as const,
});

const CHANGE_WORDS: Record<(typeof CHANGE_KINDS)[number], string> = {
  ADDED: '新增。Added: it was not there.',
  REMOVED: '删除。Removed: it is no longer there.',
  CHANGED: '修改。Changed: something is said of it otherwise.',
  KIND_CHANGED: '类型改变。Kind changed: the field holds something else.',
  OPTION_REMOVED: '删除选项。Option removed: a choice has one less.',
};

export const RegisterChangeKindType = builder.enumType('RegisterChangeKind', {
  description: '定义的变化。What became of a part of a definition.',
  values: Object.fromEntries(
    CHANGE_KINDS.map((kind) => [kind, { description: CHANGE_WORDS[kind] }]),
  ) as Record<(typeof CHANGE_KINDS)[number], { description: string }>,
});
