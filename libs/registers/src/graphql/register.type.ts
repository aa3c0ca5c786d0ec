import {
  ALLOWED_ACTIONS,
  AllowedActionType,
  builder,
  historyOf,
  ProvenanceType,
} from '@taizhang/platform';
import { offerSteps, sayActions } from '@taizhang/platform/rules';
import { definitionOf } from '../stored-value.ts';
import { REGISTER_LIFE_CYCLE, refuseEnter, refuseRevise, toFile } from '../rules/index.ts';
import { visibleEntries, visibleRegisters } from '../visible-registers.ts';
import { DefinitionType } from './definition.type.ts';
import { RegisterStatusType } from './enums.type.ts';

builder.prismaNode('Register', {
  extensions: { readBy: 'visibleRegisters' },
  id: { field: 'id' },
  description: '登记簿。A table whose fields and flow are data.',
  findUnique: (id, context) => ({ id, AND: [visibleRegisters(context.caller)] }),
  fields: (t) => ({
    key: t.exposeString('key', { description: '键。Its name within its bureau, for programs.' }),
    title: t.exposeString('title', { description: '名称。What it is called.' }),
    description: t.exposeString('description', {
      nullable: true,
      description: '说明。What it is for.',
    }),
    status: t.expose('status', {
      type: RegisterStatusType,
      description: '状态。Whether entries are added.',
    }),
    organization: t.relation('organization', {
      description: '所属单位。The bureau that keeps it.',
    }),
    currentNumber: t.exposeInt('currentNumber', {
      description: '现行版本号。The number of the version by which new entries are made.',
    }),
    currentVersion: t.field({
      type: 'RegisterVersion' as never,
      description: '现行定义。The version by which new entries are made.',
      select: (_args, _context, nested) => ({
        versions: { ...(nested() as object), orderBy: { number: 'desc' }, take: 1 },
      }),
      resolve: ({ versions }) => versions[0] as never,
    }),
    versions: t.relation('versions', {
      description: '定义各版本。Its definition as it was, the newest first.',
      query: { orderBy: { number: 'desc' } },
    }),
    templateKey: t.exposeString('templateKey', {
      nullable: true,
      description: '来自的模板。The ready definition that it was made from.',
    }),
    entryCount: t.relationCount('entries', {
      description: '登记数。Entries that you may see.',
      where: (_args, { caller }) => visibleEntries(caller),
    }),
    openEntryCount: t.relationCount('entries', {
      description: '未办结数。Entries that you may see and that are not done with.',
      where: (_args, { caller }) => ({ AND: [visibleEntries(caller), { isOpen: true }] }),
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
      description: ALLOWED_ACTIONS,
      select: (_args, _context, _nested) => ({
        status: true,
        organizationId: true,
        versions: { orderBy: { number: 'desc' as const }, take: 1 },
      }),
      resolve: ({ versions, ...register }, _args, { caller }) =>
        caller
          ? [
              ...offerSteps(REGISTER_LIFE_CYCLE, register, caller),
              ...sayActions({
                reviseRegister: refuseRevise(register, caller),
                registerEntry: refuseEnter(definitionOf(versions[0]!), register, caller),
              }),
            ]
          : [],
    }),
  }),
});

builder.prismaNode('RegisterVersion', {
  extensions: { readBy: 'visibleRegisters' },
  id: { field: 'id' },
  description:
    '登记簿定义的一个版本。A register’s definition as it was at a time; it never changes, and entries keep the one they were made by.',
  findUnique: (id, context) => ({ id, register: visibleRegisters(context.caller) }),
  fields: (t) => ({
    number: t.exposeInt('number', { description: '版本号。Counts from 1.' }),
    definition: t.field({
      type: DefinitionType,
      description: '定义。Its fields and flow.',
      select: { definition: true },
      resolve: (version) => definitionOf(version),
    }),
    note: t.exposeString('note', {
      nullable: true,
      description: '说明。What was changed, and why.',
    }),
    definedBy: t.relation('definedBy', {
      nullable: true,
      description: '定义人。Who wrote it; null for another system.',
    }),
    createdAt: t.expose('createdAt', {
      type: 'DateTime',
      description: '定义时间。When it was written.',
    }),
    file: t.field({
      type: 'JSON',
      description:
        '定义文件。The same as a file, which `defineRegister` of another hub takes: units are named, not identified.',
      select: {
        definition: true,
        register: { select: { key: true, title: true, description: true } },
      },
      resolve: (version) => toFile(version.register, definitionOf(version)),
    }),
  }),
});

historyOf('Register', {
  description: '历史。What happened to it and its definition, newest first.',
  of: async ({ id }, { db }) => {
    const versions = await db.registerVersion.findMany({
      where: { registerId: id },
      select: { id: true },
    });
    return {
      OR: [
        { subjectType: 'Register', subjectId: id },
        { subjectType: 'RegisterVersion', subjectId: { in: versions.map((one) => one.id) } },
      ],
    };
  },
  visible: ({ caller }) => visibleRegisters(caller),
});
