#!/usr/bin/env node
// A Prisma generator: writes down what the marks in prisma/*.prisma say of each model, for the writer of
// changes and the checks that stand on its log. An unmarked model, or a mark that is none, fails the build.
//
//   /// @ledger                    rows whose every change is an event; they have an id and a version
//   /// @ledger part of RELATION   rows without an id: they stand as a list in the events of the row that RELATION leads to
//   /// @operational               sessions, jobs, the log itself: no events
//   /// @opens RELATION            whoever may read such a row may read the row that RELATION leads to
//
// and of a column of the ledger:
//
//   /// @secret         never reaches the log, though its change is an event
//   /// @housekeeping   changes without an event: counters of failed sign-ins, times of last use
//   /// @sort           made from another column, for sorting only
//   /// @sensitive      logged in the form it is stored in, and shown to those only who may read it
//   /// @places         decides who may read the row and what hangs on it
//   /// @status         where the row stands in its life cycle: written by the steps of that alone
//   /// @masks          of a row without an id: where it is true, the row is shown to those only who may read it
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import generatorHelper from '@prisma/generator-helper';

const FIELD_MARKS = ['secret', 'housekeeping', 'sort', 'sensitive', 'places', 'status', 'masks'];
/** Columns that the database keeps for itself. */
const NOT_LOGGED = ['createdAt', 'updatedAt'];

generatorHelper.generatorHandler({
  onManifest: () => ({ prettyName: 'ledger models', defaultOutput: './ledger-models.ts' }),
  onGenerate: async ({ generator, dmmf }) => {
    const { models } = dmmf.datamodel;
    const described = models.map((model) => [model.name, describe(model, models)]);
    const output = generator.output.value;
    await mkdir(dirname(output), { recursive: true });
    await writeFile(output, print(Object.fromEntries(described), untold(models)));
  },
});

function describe(model, models) {
  const mark = markOf(model);
  if (mark === 'operational') return { mark };
  const columns = model.fields.filter(({ kind }) => kind === 'scalar' || kind === 'enum');
  const marked = (wanted) =>
    columns.filter((field) => marksOf(model, field).includes(wanted)).map(({ name }) => name);
  const unlogged = [...marked('secret'), ...marked('housekeeping'), ...marked('sort')];
  const logged = columns.filter(
    ({ name }) => !unlogged.includes(name) && !NOT_LOGGED.includes(name),
  );
  if (mark !== 'ledger') return describePart(model, mark, logged, columns);
  for (const needed of ['id', 'version'])
    if (!columns.some(({ name }) => name === needed))
      throw new Error(`${model.name} is marked @ledger and has no ${needed}`);
  return {
    mark: 'ledger',
    columns: kindsOf(logged),
    lists: Object.fromEntries(
      models
        .filter((other) => markOf(other).startsWith('part of '))
        .map((other) => [other, relationOf(other)])
        .filter(([, owner]) => owner.type === model.name)
        .map(([other, owner]) => [
          model.fields.find(({ relationName }) => relationName === owner.relationName).name,
          { model: other.name, owner: owner.relationFromFields[0] },
        ]),
    ),
    secrets: marked('secret'),
    housekeeping: [
      ...marked('housekeeping'),
      ...marked('sort'),
      ...columns.map(({ name }) => name).filter((name) => NOT_LOGGED.includes(name)),
    ],
    sensitive: marked('sensitive'),
    places: marked('places'),
    status: marked('status'),
    ...defaultsOf(columns),
    ...opens(model),
  };
}

/** What a column holds that a new row does not name, and which columns hold moments of writing. */
function defaultsOf(columns) {
  const constant = columns.filter(
    ({ default: value, isList }) => isList || (value !== undefined && typeof value !== 'object'),
  );
  return {
    defaults: Object.fromEntries(
      constant.map((field) => [field.name, field.isList ? [] : field.default]),
    ),
    madeAt: columns
      .filter((field) => field.default?.name === 'now' || field.isUpdatedAt)
      .map(({ name }) => name),
    changedAt: columns.filter((field) => field.isUpdatedAt).map(({ name }) => name),
  };
}

function opens(model) {
  const found = /^@opens (\w+)$/m.exec(model.documentation);
  if (!found) return {};
  const relation = model.fields.find(({ name }) => name === found[1]);
  return { opens: { model: relation.type, key: relation.relationFromFields[0] } };
}

function describePart(model, mark, logged, columns) {
  const [ownerKey] = relationOf(model).relationFromFields;
  return {
    mark: 'part',
    columns: kindsOf(logged.filter(({ name }) => name !== ownerKey)),
    owner: ownerKey,
    ownerModel: relationOf(model).type,
    masks: columns
      .filter((field) => marksOf(model, field).includes('masks'))
      .map(({ name }) => name),
  };
}

/** The relation that leads from a row without an id to the row that it is a part of. */
function relationOf(part) {
  const name = markOf(part).slice('part of '.length);
  const relation = part.fields.find((field) => field.name === name && field.kind === 'object');
  if (!relation) throw new Error(`${part.name} is marked as a part of ${name}, which it has not`);
  return relation;
}

function markOf({ name, documentation = '' }) {
  const found = /^@(ledger|operational)(?: (part of \w+))?$/m.exec(documentation);
  if (!found) throw new Error(`${name} is marked neither /// @ledger nor /// @operational`);
  return found[2] ?? found[1];
}

function marksOf(model, { name, documentation = '' }) {
  const marks = [...documentation.matchAll(/^@(\w+)/gm)].map(([, mark]) => mark);
  const unknown = marks.find((mark) => !FIELD_MARKS.includes(mark));
  if (unknown) throw new Error(`${model.name}.${name} is marked @${unknown}, which says nothing`);
  return marks;
}

const kindsOf = (fields) => Object.fromEntries(fields.map((field) => [field.name, kindOf(field)]));

/** How a column's value is written into the log. */
function kindOf({ type, nativeType, isList }) {
  const day = nativeType?.[0] === 'Date';
  const kind =
    { DateTime: day ? 'DAY' : 'MOMENT', Decimal: 'NUMBER_TEXT', BigInt: 'NUMBER_TEXT' }[type] ??
    'AS_IT_IS';
  return isList ? `${kind}_LIST` : kind;
}

/** Models with rows or columns that change without an event, and the relations through which other rows lead to them. */
function untold(models) {
  const changing = models.filter(
    (model) =>
      markOf(model) === 'operational' ||
      model.fields.some((field) => marksOf(model, field).includes('housekeeping')),
  );
  const names = changing.map(({ name }) => name);
  const leading = models.flatMap(({ fields }) => fields.filter(({ type }) => names.includes(type)));
  return { models: names, relations: [...new Set(leading.map(({ name }) => name))] };
}

const print = (
  models,
  untoldOf,
) => `// Written by tools/prisma/generate-ledger-models.mjs from the marks in prisma/.

/** What the Prisma schema says of each model: what the log keeps of it, and how. */
export const LEDGER_MODELS = ${JSON.stringify(models, null, 2)} as const;

/** Models with rows or columns that change without the ledger's position, and the relations that lead to them. */
export const UNTOLD = ${JSON.stringify(untoldOf, null, 2)} as const;
`;
