import { builder, type Database } from '@taizhang/platform';
import {
  compareDefinitions,
  findProblems,
  refuseDefine,
  registerDefinition,
  sensitivityMoved,
  type DefinitionChange,
  type DefinitionProblem,
} from '../rules/index.ts';
import { bilingual } from '@taizhang/platform/rules';
import { definitionOf } from '../stored-value.ts';
import { DefinitionInput } from './definition.type.ts';
import { RegisterChangeKindType, RegisterPartType } from './enums.type.ts';

type CountedChange = DefinitionChange & { entries: number | null };

const ChangeType = builder.objectRef<CountedChange>('RegisterDefinitionChange').implement({
  description: '定义的一处变化。One thing that differs between two versions.',
  fields: (t) => ({
    kind: t.expose('kind', {
      type: RegisterChangeKindType,
      description: '变化。What became of it.',
    }),
    part: t.expose('part', { type: RegisterPartType, description: '组成。Of what kind it is.' }),
    key: t.exposeString('key', { description: '键。Which one.' }),
    label: t.exposeString('label', { description: '名称。What it is called.' }),
    words: t.exposeString('words', { description: '说明。In words, "中文 / English".' }),
    entries: t.exposeInt('entries', {
      nullable: true,
      description:
        '涉及登记数。Entries that say something in the field, hold the option, or stand in the stage: they keep it. Null where nothing is kept.',
    }),
  }),
});

const ProblemType = builder.objectRef<DefinitionProblem>('RegisterDefinitionProblem').implement({
  description: '定义的一处问题。One thing wrong with a definition.',
  fields: (t) => ({
    path: t.exposeStringList('path', {
      description: '位置，至多 5 级。Leads to it from the definition’s root; at most 5 steps.',
    }),
    message: t.exposeString('message', { description: '说明。What is wrong, "中文 / English".' }),
  }),
});

const RevisionType = builder
  .objectRef<{ problems: DefinitionProblem[]; changes: CountedChange[] }>('RegisterRevision')
  .implement({
    description: '修订预览。What a definition would change, before it does.',
    fields: (t) => ({
      problems: t.expose('problems', {
        type: [ProblemType],
        description: '问题，至多 200 处。What would be refused; at most 200.',
      }),
      changes: t.expose('changes', {
        type: [ChangeType],
        description:
          '变化，至多 500 处。What differs from the current version, with counts; at most 500.',
      }),
    }),
  });

builder.prismaObjectField('Register', 'revision', (t) =>
  t.field({
    type: RevisionType,
    nullable: true,
    description:
      '修订预览。What a new definition would change, and what is wrong with it; nothing is saved.',
    complexity: { field: 200 },
    args: {
      definition: t.arg({
        type: DefinitionInput,
        required: true,
        description: '新定义。The definition.',
      }),
    },
    select: { id: true, organizationId: true, versions: { orderBy: { number: 'desc' } } },
    resolve: async ({ id, organizationId, versions }, args, context) => {
      // It counts entries whoever they are shown to: for those who define the register.
      if (!context.caller || refuseDefine(context.caller, organizationId)) return null;
      const read = registerDefinition.safeParse(args.definition);
      if (!read.success)
        return {
          changes: [],
          problems: read.error.issues.map(({ path, message }) => ({
            path: path.map(String),
            message: message as DefinitionProblem['message'],
          })),
        };
      const after = read.data;
      const moved = sensitivityMoved(versions.map(definitionOf), after).map((field) => ({
        path: ['fields', String(after.fields.indexOf(field)), 'isSensitive'],
        message: bilingual(
          '是否敏感不能更改，请另设字段',
          'Sensitivity is decided once: add another field',
        ),
      }));
      const changes = compareDefinitions(definitionOf(versions[0]!), after);
      return {
        problems: [...findProblems(after), ...moved],
        changes: await Promise.all(
          changes.map(async (change) => ({
            ...change,
            entries: await keptBy(context.db, id, change),
          })),
        ),
      };
    },
  }),
);

/** How many entries keep what is changed. By the index (registerId, key, sort), or that of stages. */
async function keptBy(
  db: Database,
  registerId: string,
  { kind, part, key, option }: DefinitionChange,
): Promise<number | null> {
  if (part === 'STAGE' && kind === 'REMOVED')
    return db.registerEntry.count({ where: { registerId, stage: key } });
  if (part !== 'FIELD' || !['REMOVED', 'KIND_CHANGED', 'OPTION_REMOVED'].includes(kind))
    return null;
  const sort = option === null ? { not: null } : option;
  return db.registerEntryValue.count({ where: { registerId, key, sort } });
}
