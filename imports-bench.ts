import { pathToFileURL } from 'node:url';
const m = await import('/tmp/wt/imports/libs/platform/src/index.ts');
const { openServer, overPool, migrate, startChain, startBaseline } = m;
const name = 'imports_bench';
const admin = await openServer('postgres://postgres@127.0.0.1:5432/postgres', { max: 1 });
await admin.pool.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`); await admin.pool.query(`CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8'`); await admin.close();
const server = await openServer(`postgres://postgres@127.0.0.1:5432/${name}`);
await migrate(server.pool, '/tmp/wt/imports/prisma/migrations');
const db = overPool(server);
await server.pool.query(`
INSERT INTO "Organization" ("id","code","name","kind","path","updatedAt") VALUES (gen_random_uuid(),'D','D','DISTRICT','D/',now());
INSERT INTO "Organization" ("id","code","name","kind","path","parentId","updatedAt") SELECT gen_random_uuid(),'U'||n,'U'||n,'UNIT','D/U'||n||'/',(SELECT id FROM "Organization" WHERE code='D'),now() FROM generate_series(1,50) n;
INSERT INTO "InspectionRound" ("id","code","title","inspectedOrganizationId","updatedAt") SELECT gen_random_uuid(),'R'||n,'R'||n,(SELECT id FROM "Organization" WHERE code='D'),now() FROM generate_series(1,100) n;
INSERT INTO "FindingArea" ("id","roundId","ordinal","title","updatedAt") SELECT gen_random_uuid(), id, 1, '方面', now() FROM "InspectionRound";
`);
await server.pool.query(`INSERT INTO "RectificationItem" ("id","code","roundId","areaId","ordinal","organizationId","responsibleUnitId","title","description","updatedAt")
 SELECT gen_random_uuid(), r.code||'-1.'||n, r.id, a.id, n, r."inspectedOrganizationId", (SELECT id FROM "Organization" WHERE code='U'||(1+n%50)), '整改问题第'||n||'项：制度执行不够严格', repeat('具体表现。',20), now()
 FROM "InspectionRound" r JOIN "FindingArea" a ON a."roundId"=r.id, generate_series(1,1000) n`);
await server.pool.query('UPDATE "EventChain" SET "baselineAt" = NULL');
await server.pool.query('ANALYZE');
await startChain(db, new Date(), 'SM3');
const began = performance.now();
const baseline = await startBaseline(db, { now: () => new Date(), onError: console.error });
let last = 0;
const longest = { ms: 0 }; let before = performance.now(); let done = 0;
while (baseline.progress()) { const p = baseline.progress()!; if (p.done !== done) { longest.ms = Math.max(longest.ms, performance.now() - before); before = performance.now(); done = p.done; } if (p.done - last >= 20000) { last = p.done; console.log(p.done, p.total, ((performance.now() - began) / 1000).toFixed(1)); } await new Promise((r) => setTimeout(r, 5)); }
const s = (performance.now() - began) / 1000;
console.log('seconds', s.toFixed(1), 'rows', await db.event.count({ where: { type: 'ROW_TAKEN_OVER' } }), 'longest batch ms', longest.ms.toFixed(0));
await db.$disconnect(); await server.close();
