// Compares prisma/*.prisma with prisma/migrations on a database in memory, with Prisma's schema
// engine as WebAssembly: nothing is downloaded and no server is asked.
//
//   tsx tools/prisma/migration.ts check        fails when the two differ
//   tsx tools/prisma/migration.ts new NAME     writes the difference as the next migration
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlQuery,
} from '@prisma/driver-adapter-utils';
import type { SchemaEngine } from '@prisma/schema-engine-wasm';
import * as glue from '@prisma/schema-engine-wasm/schema_engine_bg';
import { openEmbedded } from '../../libs/platform/src/database/open-embedded.ts';

const root = join(import.meta.dirname, '../..');
const schemaFolder = join(root, 'prisma');
const migrationsFolder = join(schemaFolder, 'migrations');
const opened: { close: () => Promise<void> }[] = [];

/** PostgreSQL's internal one-byte "char", in which catalogues keep codes and which the adapter does not map. */
const CHAR_OID = 18;
const TEXT_OID = 25;

async function shadowDatabase() {
  const embedded = await openEmbedded({ memory: true });
  opened.push(embedded);
  const adapter = await new PrismaPg(embedded.pool).connect();
  // The adapter splits scripts at every semicolon, also inside function bodies.
  adapter.executeScript = async (script) => void (await embedded.pool.query(script));
  const io = adapter as unknown as {
    performIO: (q: SqlQuery) => Promise<{ fields: { dataTypeID: number }[] }>;
  };
  const performIO = io.performIO.bind(adapter);
  const queryRaw = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = async (query) => {
    let codes: number[] = [];
    io.performIO = async (q) => {
      const result = await performIO(q);
      codes = result.fields.flatMap((f, i) => (f.dataTypeID === CHAR_OID ? [i] : []));
      for (const i of codes) result.fields[i]!.dataTypeID = TEXT_OID;
      return result;
    };
    const set = await queryRaw(query);
    for (const i of codes) set.columnTypes[i] = ColumnTypeEnum.Character;
    return set;
  };
  return adapter;
}

async function loadEngine(datamodels: [string, string][]): Promise<SchemaEngine> {
  const wasm = new URL(
    './schema_engine_bg.wasm',
    import.meta.resolve('@prisma/schema-engine-wasm'),
  );
  const { instance } = await WebAssembly.instantiate(await readFile(wasm), {
    './schema_engine_bg.js': glue as never,
  });
  (glue as unknown as { __wbg_set_wasm: (e: unknown) => void }).__wbg_set_wasm(instance.exports);
  (instance.exports['__wbindgen_start'] as () => void)();
  const { provider, adapterName } = new PrismaPg({});
  const factory = {
    provider,
    adapterName,
    connect: shadowDatabase,
    connectToShadowDb: shadowDatabase,
  };
  return glue.SchemaEngine.new(
    { datamodels },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(factory as never),
  );
}

async function difference(): Promise<string> {
  const files = (await readdir(schemaFolder)).filter((name) => name.endsWith('.prisma')).sort();
  const datamodels = await Promise.all(
    files.map(async (name): Promise<[string, string]> => {
      const path = join(schemaFolder, name);
      return [path, await readFile(path, 'utf8')];
    }),
  );
  const engine = await loadEngine(datamodels);
  const filters = { externalTables: [], externalEnums: [] };
  const { stdout } = await engine.diff({
    from: { tag: 'migrations', ...(await migrationList()) } as never,
    to: {
      tag: 'schemaDatamodel',
      files: datamodels.map(([path, content]) => ({ path, content })),
    } as never,
    script: true,
    exitCode: false,
    filters,
  });
  return (stdout ?? '').trim();
}

async function migrationList() {
  await mkdir(migrationsFolder, { recursive: true });
  const names = (await readdir(migrationsFolder, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  const migrationDirectories = await Promise.all(
    names.map(async (path) => ({
      path,
      migrationFile: {
        path: 'migration.sql',
        content: {
          tag: 'ok',
          value: await readFile(join(migrationsFolder, path, 'migration.sql'), 'utf8'),
        },
      },
    })),
  );
  return {
    baseDir: migrationsFolder,
    lockfile: { path: './migration_lock.toml', content: 'provider = "postgresql"\n' },
    migrationDirectories,
    shadowDbInitScript: '',
  };
}

async function writeMigration(name: string, sql: string) {
  const now = new Date().toISOString().replaceAll(/[-:T]|\..*/g, '');
  const last = (await readdir(migrationsFolder))
    .filter((folder) => /^\d{14}_/.test(folder))
    .sort()
    .at(-1);
  // Always behind those that databases have applied, whatever clock wrote them.
  const stamp = last && last.slice(0, 14) >= now ? String(BigInt(last.slice(0, 14)) + 1n) : now;
  const folder = join(migrationsFolder, `${stamp}_${name}`);
  await mkdir(folder);
  await writeFile(join(folder, 'migration.sql'), sql + '\n');
  await writeFile(join(migrationsFolder, 'migration_lock.toml'), 'provider = "postgresql"\n');
  console.log(`wrote ${folder.slice(root.length + 1)}/migration.sql`);
}

const [command, name] = process.argv.slice(2);
const sql = await difference();
const isEmpty = sql === '' || sql.includes('This is an empty migration');
if (command === 'new' && name && !isEmpty) await writeMigration(name, sql);
else if (command === 'new' && name) console.log('the migrations already make this schema');
else if (command === 'check' && isEmpty) console.log('migrations make the schema: no difference');
else if (command === 'check') {
  console.error(`prisma/*.prisma and prisma/migrations differ; write a migration for:\n${sql}`);
  process.exitCode = 1;
} else {
  console.error('usage: migration.ts check | new NAME');
  process.exitCode = 2;
}
await Promise.all(opened.map((database) => database.close()));
