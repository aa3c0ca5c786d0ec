import pg from 'pg';
import { readFileSync } from 'node:fs';
const trace = JSON.parse(readFileSync(process.argv[2]!, 'utf8'));
const c = new pg.Client({ connectionString: 'postgres://postgres@127.0.0.1:5432/taizhang_bench_100000', options: '-c TimeZone=UTC' });
await c.connect();
const seen = new Set<string>();
for (const { name, v, log } of trace) {
  console.log(`\n##### ${name} ${JSON.stringify(v).slice(0, 150)}`);
  for (const { text, values } of log) {
    if (!/^\s*SELECT/i.test(text) || seen.has(name + text.slice(0, 4000))) continue;
    seen.add(name + text.slice(0, 4000));
    const { rows } = await c.query('EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ' + text, values ?? []);
    const plan = rows[0]['QUERY PLAN'][0];
    const notes: string[] = [];
    const walk = (n: any) => {
      if (n['Node Type'] === 'Seq Scan' && (n['Actual Rows'] + (n['Rows Removed by Filter'] ?? 0)) * n['Actual Loops'] > 3000) notes.push(`Seq Scan ${n['Relation Name']} rows=${n['Actual Rows']} removed=${n['Rows Removed by Filter'] ?? 0} ${n['Actual Total Time'].toFixed(0)}ms`);
      if (/Index|Bitmap/.test(n['Node Type']) && ((n['Rows Removed by Filter'] ?? 0) > 2000)) notes.push(`${n['Node Type']} ${n['Index Name'] ?? n['Relation Name']} removed=${n['Rows Removed by Filter']} filter=${(n['Filter'] ?? '').slice(0, 120)}`);
      if (/Sort/.test(n['Node Type']) && n['Plans']?.[0]?.['Actual Rows'] * n['Actual Loops'] > 1000) notes.push(`${n['Node Type']} ${n['Sort Key']} ${n['Sort Method']} in=${n['Plans'][0]['Actual Rows']}`);
      if (/Aggregate/.test(n['Node Type']) && (n['Plans']?.[0]?.['Actual Rows'] ?? 0) > 5000) notes.push(`${n['Node Type']} ${n['Strategy'] ?? ''} in=${n['Plans'][0]['Actual Rows']} out=${n['Actual Rows']}`);
      for (const p of n.Plans ?? []) walk(p);
    };
    walk(plan.Plan);
    const b = plan.Plan;
    console.log(`  plan ${plan['Planning Time'].toFixed(1)} exec ${plan['Execution Time'].toFixed(1)} buffers ${b['Shared Hit Blocks'] + b['Shared Read Blocks']} rows ${b['Actual Rows']} jit ${plan.JIT ? plan.JIT.Timing.Total.toFixed(0) + 'ms' : '-'} | ${/FROM\s+"?(public"\."\w+|\(SELECT "public"."\w+)/.exec(text)?.[1] ?? ''} ${text.length} | ${notes.join(' ; ')}`);
  }
}
await c.end();
