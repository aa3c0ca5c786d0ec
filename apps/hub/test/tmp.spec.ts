import { afterAll, beforeAll, expect, test } from 'vitest';
import { execFileSync, execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { startTestHub, type TestHub } from './harness/test-hub.ts';
let hub: TestHub;
beforeAll(async () => { hub = await startTestHub('embedded'); });
afterAll(() => hub.stop());
test('x', async () => {
  const run = promisify(execFile);
  for (const h of [[], ['-H','transfer-encoding: chunked']]) {
    const r = await run('curl', ['-s','-m','5','-w','%{http_code}', ...h,'-H','content-type: application/json','-d','{"query":"{ me { name } }"}', hub.url + '/graphql']).catch((e) => e);
    console.log(h, r.stdout, r.code);
  }
  const c = await hub.signInAs('viewer');
  console.log((await c.query('query($first:Int){rectificationItems(first:$first){edges{node{code measures{text}}}}}',{first:7})).text.slice(-120));
});
