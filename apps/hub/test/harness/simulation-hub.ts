// A hub of the simulation: nothing but its work beside requests, by a clock that stands in a file.
//
//   tsx simulation-hub.ts DATABASE_URL CLOCK_FILE
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { mechanismJobs } from '@taizhang/mechanisms';
import { jobRunner, openServer, overPool, type Job } from '@taizhang/platform';

const [url = '', clock = ''] = process.argv.slice(2);
const database = overPool(await openServer(url, { max: 3 }));
const runner = jobRunner(database, mechanismJobs as Job[], {
  now: () => new Date(readFileSync(clock, 'utf8')),
  onError: (name, error) => console.error(name, error),
});
for (;;) {
  await runner.runDue().catch((error: unknown) => console.error(error));
  await wait(20);
}
