import { describe, expect, test } from 'vitest';
import {
  compareDefinitions,
  expressionReader,
  findProblems,
  readValues,
  enteringStep,
  registerDefinition,
  registerFile,
  REGISTER_TEMPLATES,
  refuseByRules,
  stepOf,
  toFile,
  withComputed,
  type RegisterDefinition,
  type RegisterDefinitionInput,
} from './index.ts';

const FIELDS = [
  { key: 'amount', kind: 'MONEY' },
  { key: 'name', kind: 'TEXT' },
  { key: 'rate', kind: 'NUMBER' },
  { key: 'project', kind: 'ENTRY' },
] as const;
const read = expressionReader(FIELDS);
const value = (source: string, values: Record<string, unknown>) => {
  const { expression, problem } = read(source);
  if (problem) throw new Error(problem);
  return expression!.evaluate({ values, today: '2026-11-27', stage: 'open' });
};

describe('an expression', () => {
  test.each([
    ['amount <= yuan(5000)', { amount: 500_000 }, true],
    ['amount <= yuan(5000)', { amount: 500_001 }, false],
    ['percent(amount, 30)', { amount: 105 }, '32n'],
    ['amount * 3 / 2', { amount: 5 }, '7n'],
    ['said.amount && amount > 0', {}, false],
    ['amount > 0', {}, undefined],
    ['amount / 0', { amount: 5 }, undefined],
    ['9223372036854775807 + amount', { amount: 5 }, undefined],
    ['project.stage == "done"', { project: { stage: 'done' } }, true],
    ['project.constructor == "x"', { project: {} }, undefined],
    ['project.__proto__ == "x"', { project: {} }, undefined],
    ['daysBetween("2026-01-01", today)', {}, '330n'],
    ['name.contains("甲")', { name: '某甲公司' }, true],
  ])('%s of %j is %j', (source, values, expected) => {
    const is = value(source, values);
    expect(typeof is === 'bigint' ? `${is}n` : is).toEqual(expected);
  });

  test.each([
    '[1, 2].map(x, [1, 2].map(y, x * y)).size() > 0',
    '[1].exists(x, x > 0)',
    'name.matches("(a+)+$")',
    'size(said) > 0',
    'said["amount"]',
    'amount + 1.5 > 2.0',
    'nothing > 1',
    'amount ===== 1',
    `${'('.repeat(60)}1${')'.repeat(60)}`,
    Array.from({ length: 200 }, () => '1').join(' + '),
    '{"a": 1}.size() > 0',
  ])('is refused that could cost, or says nothing: %s', (source) => {
    expect(read(source).problem).toMatch(/ \/ /);
  });

  test('tells which fields it reads, also those that it only asks for', () => {
    expect(read('said.amount || name == "x"').expression!.reads).toEqual(['amount', 'name']);
  });
});

describe('ready definitions', () => {
  test.each(REGISTER_TEMPLATES.map((template) => [template.key, template] as const))(
    '%s is in order, and travels as a file',
    (_key, template) => {
      expect(findProblems(template.definition)).toEqual([]);
      const file = JSON.parse(JSON.stringify(toFile(template, template.definition))) as unknown;
      const steps = template.definition.steps.map((step) => ({ ...step, unitId: null }));
      expect(registerFile.parse(file).definition).toEqual({ ...template.definition, steps });
    },
  );

  test('have keys of their own', () => {
    const keys = REGISTER_TEMPLATES.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

const PLAIN: RegisterDefinitionInput = {
  fields: [
    { key: 'title', label: '名称', kind: 'TEXT', isRequired: true },
    { key: 'secret', label: '金额', kind: 'MONEY', isSensitive: true },
  ],
  stages: [
    { key: 'open', label: '待办' },
    { key: 'done', label: '已办', isEnd: true },
  ],
  steps: [
    {
      key: 'enter',
      label: '登记',
      to: 'open',
      roles: ['PARTY_AFFAIRS'],
      asks: ['title', 'secret'],
    },
    { key: 'finish', label: '办结', from: ['open'], to: 'done', roles: ['PARTY_AFFAIRS'] },
  ],
};
const definitionWith = (change: (given: RegisterDefinition) => void): RegisterDefinition => {
  const definition = registerDefinition.parse(structuredClone(PLAIN));
  change(definition);
  return definition;
};
const field = (more: Record<string, unknown>) =>
  registerDefinition.shape.fields.parse([
    { key: 'more', label: '更多', kind: 'TEXT', ...more },
  ])[0]!;

describe('a definition is refused', () => {
  test.each<[string, string, (given: RegisterDefinition) => void]>([
    ['with two fields of one key', 'fields.2.key', (d) => d.fields.push(d.fields[0]!)],
    [
      'with a stage that no step leads to',
      'stages.2',
      (d) => d.stages.push({ key: 'x', label: 'x', isEnd: true }),
    ],
    ['with a stage that entries cannot leave', 'stages.1', (d) => (d.stages[1]!.isEnd = false)],
    ['without a step that makes an entry', 'steps', (d) => (d.steps[0]!.from = ['open'])],
    [
      'with a choice of nothing',
      'fields.2.options',
      (d) => d.fields.push(field({ kind: 'CHOICE' })),
    ],
    ['with a field that nobody is asked for', 'fields.2.key', (d) => d.fields.push(field({}))],
    [
      'with a sensitive field that is unique',
      'fields.1.isUnique',
      (d) => (d.fields[1]!.isUnique = true),
    ],
    [
      'with a value that depends on itself',
      'fields.2.value',
      (d) => d.fields.push(field({ value: 'more + "x"' })),
    ],
    [
      'with a value of another kind',
      'fields.2.value',
      (d) => d.fields.push(field({ value: '1 + 1' })),
    ],
    [
      'with a value that tells of a sensitive field',
      'fields.2.value',
      (d) => d.fields.push(field({ kind: 'FLAG', value: 'said.secret' })),
    ],
    [
      'with a rule that is no yes or no',
      'rules.0.holds',
      (d) => d.rules.push({ key: 'r', steps: ['finish'], holds: 'title', message: 'x' }),
    ],
    [
      'with a name that stands for something else',
      'fields.2.key',
      (d) => d.fields.push(field({ key: 'today' })),
    ],
    [
      'with a role that has no part in it',
      'steps.1.roles',
      (d) => (d.steps[1]!.roles = ['AUDIT_ADMINISTRATOR']),
    ],
  ])('%s', (_words, path, change) => {
    const problems = findProblems(definitionWith(change));
    expect(problems.map((problem) => problem.path.join('.'))).toContain(path);
    for (const { message } of problems) expect(message).toMatch(/ \/ /);
  });
});

test('values are checked by the kind of their field, and only those that the step asks for', () => {
  const definition = definitionWith(() => undefined);
  const given = (values: { key: string }[]) =>
    readValues(definition, enteringStep(definition), values, {}).errors.map(({ path }) =>
      path.join('.'),
    );
  expect(given([{ key: 'title', text: '甲' } as never])).toEqual([]);
  expect(given([])).toEqual(['values.title']);
  expect(
    given([{ key: 'title', text: '甲' } as never, { key: 'secret', fen: 1.5 } as never]),
  ).toEqual(['values.1.fen']);
  expect(given([{ key: 'title', fen: 1 } as never])).toContain('values.0.fen');
  expect(
    given([{ key: 'title', text: '甲' } as never, { key: 'other', text: '乙' } as never]),
  ).toEqual(['values.1.key']);
});

test('a rule over a field that somebody may not see tells them nothing of it', () => {
  const definition = definitionWith((d) =>
    d.rules.push({ key: 'small', steps: ['finish'], holds: 'secret < yuan(10)', message: '太大' }),
  );
  const step = stepOf(definition, 'finish')!;
  const facts = (secret: number) => ({ values: { secret }, today: '2026-11-27', stage: 'open' });
  expect(refuseByRules(definition, step, facts(1), () => true)).toBeNull();
  expect(refuseByRules(definition, step, facts(1_000), () => true)).toMatchObject({
    rule: 'small',
  });
  for (const secret of [1, 1_000])
    expect(
      refuseByRules(definition, step, facts(secret), ({ isSensitive }) => !isSensitive),
    ).toMatchObject({ rule: 'masked' });
});

test('what is computed from computed fields follows, whatever the order in which they stand', () => {
  const definition = registerDefinition.parse({
    ...PLAIN,
    fields: [
      { key: 'twice', label: '两倍', kind: 'MONEY', value: 'sum * 2' },
      { key: 'sum', label: '和', kind: 'MONEY', value: 'secret + yuan(1)' },
      ...PLAIN.fields,
    ],
  });
  const facts = { values: { secret: 5 }, today: '2026-11-27', stage: 'open' };
  expect(withComputed(definition, facts)).toMatchObject({ sum: 105, twice: 210 });
});

test('two versions are compared part by part', () => {
  const before = definitionWith((d) =>
    d.fields.push(
      field({
        kind: 'CHOICE',
        options: [
          { key: 'a', label: '甲' },
          { key: 'b', label: '乙' },
        ],
      }),
    ),
  );
  const after = definitionWith((d) => {
    d.fields[0]!.kind = 'LONG_TEXT';
    d.fields.splice(
      1,
      1,
      field({ kind: 'CHOICE', options: [{ key: 'a', label: '甲' }] }),
      field({ key: 'new' }),
    );
    d.steps[1]!.roles = ['PARTY_SECRETARY'];
  });
  expect(compareDefinitions(before, after).map(({ kind, key }) => `${kind} ${key}`)).toEqual([
    'REMOVED secret',
    'KIND_CHANGED title',
    'OPTION_REMOVED more',
    'ADDED new',
    'CHANGED finish',
  ]);
});
