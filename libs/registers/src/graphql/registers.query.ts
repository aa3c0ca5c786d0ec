import { heldAt } from '@taizhang/access/rules';
import {
  changedSince,
  exactly,
  filterOf,
  ids,
  listOf,
  lookupOf,
  oneOf,
  textIn,
  type Prisma,
} from '@taizhang/platform';
import { visibleEntries, visibleRegisters } from '../visible-registers.ts';
import { entryFilter, matchedValues } from './entry-filter.ts';
import { RegisterStatusType } from './enums.type.ts';

const registerFilter = filterOf<Prisma.RegisterWhereInput>(
  'RegisterFilter',
  '登记簿筛选。Which registers; every condition given must hold.',
  {
    organizationId: ids('Organization', '所属单位。Of one of these bureaus.', (organizationId) => ({
      organizationId,
    })),
    key: exactly('键。With this key.', (key) => ({ key })),
    status: oneOf(RegisterStatusType, '状态。In one of these states.', (status) => ({ status })),
    title: textIn('名称包含。Whose title contains this text.', (title) => ({ title })),
    changedSince: changedSince(),
  },
);

listOf({
  model: 'Register',
  node: { chinese: '登记簿', english: 'registers' },
  visible: ({ caller }) => visibleRegisters(caller),
  filter: registerFilter,
  orders: {
    TITLE: { description: '名称，按拼音。By title: Chinese by pinyin.', columns: ['titleSort'] },
    UPDATED_AT: { description: '更新时间。By last change.', columns: ['updatedAt'] },
  },
}).root('registers', { description: '登记簿列表。The registers that you may see.' });

lookupOf('register', {
  model: 'Register',
  description: '按外部键取登记簿。The register with another system’s key; null when there is none.',
  visible: ({ caller }) => visibleRegisters(caller),
  keysSetBy: ({ caller }) =>
    heldAt(caller, 'register:define', (organizationId) => ({ organizationId })),
});

const entryList = listOf({
  model: 'RegisterEntry',
  node: { chinese: '登记', english: 'entries' },
  visible: ({ caller }) => visibleEntries(caller),
  filter: entryFilter,
  orders: {
    ENTERED_ON: { description: '登记日期。By the day it was entered.', columns: ['enteredOn'] },
    NUMBER: { description: '编号。By number.', columns: ['number'] },
    TITLE: { description: '名称，按拼音。By title: Chinese by pinyin.', columns: ['titleSort'] },
    UPDATED_AT: { description: '更新时间。By last change.', columns: ['updatedAt'] },
  },
  valueOrder: {
    name: 'FIELD',
    description:
      '字段值。By what the field of `key` says; entries of versions without it are left out.',
    model: 'RegisterEntryValue',
    relation: 'entry',
    column: 'sort',
    tie: 'entryId',
    where: (key, context, registerId) => ({ registerId, key, AND: [matchedValues(context)] }),
  },
  descends: true,
});

entryList.inner<{ id: string }>('Register', 'entries', {
  description: '登记。Its entries that you may see.',
  of: ({ id }) => ({ registerId: id }),
});

lookupOf('registerEntry', {
  model: 'RegisterEntry',
  description: '按外部键取登记。The entry with another system’s key; null when there is none.',
  visible: ({ caller }) => visibleEntries(caller),
  keysSetBy: ({ caller }) =>
    heldAt(caller, 'register:take-part', (places) => ({
      OR: [{ organizationId: places }, { unitId: places }],
    })),
});
