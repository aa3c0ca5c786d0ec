// The yardstick: the least that a server in this language does for the same answers. PostgreSQL
// builds the JSON of the whole answer; this process passes it on. It knows the operations by their
// names and checks no rights: it is a limit to compare with, never a server to run.
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { MEASURED } from './queries/index.ts';
import type { RequestBody } from './queries/query.type.ts';

const pool = new pg.Pool({
  connectionString: process.env['DATABASE_URL'],
  max: 10,
  options: '-c TimeZone=UTC',
});
const queries = new Map(MEASURED.map((query) => [query.name, query]));

const SEARCHES = ['Search', 'FullTextOfFew', 'FullTextOfMany'];

const server = createServer((req, res) => {
  answer(req).then(
    (data) => {
      res.writeHead(200, { 'content-type': 'application/json; charset=utf-8' });
      res.end(`{"data":${data}}`);
    },
    (error: Error) => {
      console.error(error);
      res.writeHead(500);
      res.end(JSON.stringify({ errors: [{ message: error.message }] }));
    },
  );
});

async function answer(req: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of req as AsyncIterable<Buffer>) chunks.push(chunk);
  const { operationName, variables } = JSON.parse(Buffer.concat(chunks).toString()) as RequestBody;
  const query = queries.get(operationName ?? '');
  if (!query) throw new Error(`No statement for ${operationName}`);
  const { text, values } = query.sql(variables as never);
  // A name has PostgreSQL parse and plan once a connection; a search is best planned for its text.
  const name = SEARCHES.includes(query.name)
    ? undefined
    : createHash('sha1').update(text).digest('hex');
  const { rows } = await pool.query<{ answer: string }>({ ...(name && { name }), text, values });
  return rows[0]!.answer;
}

server.listen(0, '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`);
});
