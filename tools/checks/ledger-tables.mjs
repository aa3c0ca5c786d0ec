import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const schemaFolder = join(import.meta.dirname, '../../prisma');

/** The models whose rows are written by the platform's writer alone: those marked @ledger in prisma/. */
export const LEDGER_TABLES = readdirSync(schemaFolder)
  .filter((name) => name.endsWith('.prisma'))
  .flatMap((name) => [
    ...readFileSync(join(schemaFolder, name), 'utf8').matchAll(
      /^\/\/\/ @ledger.*\n(?:\/\/\/.*\n)*model (\w+)/gm,
    ),
  ])
  .map(([, model]) => model);

const delegates = LEDGER_TABLES.map((model) => model[0].toLowerCase() + model.slice(1));
const WRITES =
  '/^(create|createMany|createManyAndReturn|update|updateMany|updateManyAndReturn|upsert|delete|deleteMany)$/';
const message =
  'Rows of the ledger are written by create, change and remove of a Changes scope: their event comes with them.';

/** Writes of ledger rows past the writer, for `no-restricted-syntax`. */
export const WRITES_PAST_THE_LOG = [
  {
    selector: `CallExpression[callee.property.name=${WRITES}][callee.object.property.name=/^(${delegates.join('|')})$/]`,
    message,
  },
  {
    selector: `TemplateElement[value.raw=/(INSERT INTO|UPDATE|DELETE FROM)\\s+"(${LEDGER_TABLES.join('|')})"/]`,
    message,
  },
];
