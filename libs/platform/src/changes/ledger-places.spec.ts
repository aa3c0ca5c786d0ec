import { afterAll, beforeAll, expect, test } from 'vitest';
import { LEDGER_MODELS } from '../database/generated/ledger-models.ts';
import { describeOnEachDatabase, openTestDatabase, type TestDatabase } from '../testing/index.ts';

describeOnEachDatabase('the tables of the ledger', (kind) => {
  let opened: TestDatabase;
  beforeAll(async () => {
    opened = await openTestDatabase(kind);
  });
  afterAll(() => opened.close());

  const modelsMarked = (mark: string) =>
    Object.entries(LEDGER_MODELS).flatMap(([model, spec]) => (spec.mark === mark ? [model] : []));

  test('have each of their models known to whoever asks for the places of a row', async () => {
    const { rows } = await opened.pool.query<{ prosrc: string }>(
      "SELECT string_agg(prosrc, '') AS prosrc FROM pg_proc WHERE proname LIKE 'ledger_places%'",
    );
    const unknown = modelsMarked('ledger').filter(
      (model) => !rows[0]!.prosrc.includes(`WHEN '${model}' THEN`),
    );
    expect(unknown).toEqual([]);
  });

  test('have no key that deletes or alters a row of the ledger by itself', async () => {
    const ledger = [...modelsMarked('ledger'), ...modelsMarked('part')];
    const { rows } = await opened.pool.query(
      `SELECT conname FROM pg_constraint WHERE contype = 'f'
        AND conrelid::regclass::text = ANY ($1) AND (confdeltype <> 'r' OR confupdtype <> 'r')`,
      [ledger.map((model) => `"${model}"`)],
    );
    expect(rows).toEqual([]);
  });
});
