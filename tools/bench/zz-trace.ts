import pg from 'pg';
import { pino } from 'pino';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { startHub } from '../../apps/hub/src/start-hub.ts';
import { MEASURED } from './queries/index.ts';
import { Random } from './data/random.ts';
const items = process.argv[2];
const url = `postgres://postgres@127.0.0.1:5432/taizhang_bench_${items}`;
const log: { text: string; values: unknown[]; ms: number }[] = [];
const real = pg.Client.prototype.query as any;
(pg.Client.prototype as any).query = function (this: any, q: any, ...rest: any[]) {
  const start = performance.now();
  const r = real.call(this, q, ...rest);
  const text = typeof q === 'string' ? q : q.text;
  const entry = { text, values: q.values ?? rest[0], ms: 0 };
  log.push(entry);
  if (r?.then) r.then(() => { entry.ms = performance.now() - start; }, () => {});
  return r;
};
const hub = await startHub({ host: '127.0.0.1', port: 0, dataDir: mkdtempSync('/tmp/zz-'), databaseUrl: url, demo: false, adminToken: 'secrettoken', root: '/work/main', production: true, largestUpload: 1000 }, pino({ level: 'warn' }));
const pool = new pg.Pool({ connectionString: url });
const out: any[] = [];
for (const { name, document, sample } of MEASURED) {
  const sampled = await sample({ pool, random: new Random(7) });
  for (const v of name.startsWith('List20') ? [sampled[0], sampled[1], sampled[15], sampled[27], sampled[35], sampled[43]] : sampled.slice(0, 1)) {
    for (let i = 0; i < 2; i++) {
      log.length = 0;
      const t = performance.now();
      const res = await fetch(hub.url + '/graphql', { method: 'POST', headers: { 'content-type': 'application/json', authorization: 'Bearer secrettoken' }, body: JSON.stringify({ operationName: name, query: document, variables: v }) });
      const text = await res.text();
      if (i) {
        console.log(name, JSON.stringify(v), (performance.now() - t).toFixed(1), 'ms', 'statements', log.length, (JSON.parse(text) as any).extensions);
        for (const l of log) console.log('   ', l.ms.toFixed(1), l.text.length, String(l.text).slice(0, 130).replaceAll('\n', ' '));
        out.push({ name, v, log: log.map((l) => ({ ...l })) });
      }
    }
  }
}
writeFileSync(`/tmp/trace-${items}.json`, JSON.stringify(out, null, 1));
await pool.end();
await hub.stop();
process.exit(0);
