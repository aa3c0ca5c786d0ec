import type { RegisterDefinition } from '@taizhang/registers/rules';
import { graphql, type VariablesOf } from '@taizhang/client';
import { neutralise } from '@taizhang/platform/rules';
import type { Client } from 'urql';
import { createIdempotencyKey } from '../submission/idempotency-key.ts';

const exportQuery = graphql(`
  query AdminRegisterExport(
    $id: ID!
    $after: String
    $filter: RegisterEntryFilter
    $orderBy: RegisterEntryOrder
  ) {
    node(id: $id) {
      __typename
      ... on Register {
        id
        entries(first: 100, after: $after, filter: $filter, orderBy: $orderBy) {
          pageInfo {
            hasNextPage
            endCursor
          }
          nodes {
            id
            number
            stageLabel
            enteredOn
            unit {
              name
            }
            registerVersion {
              number
            }
            values {
              key
              isMasked
              fen
              number
              shown
            }
            stepsTaken {
              label
              takenByName
              takenAt
            }
          }
        }
      }
    }
  }
`);

const recordExportMutation = graphql(`
  mutation AdminRecordRegisterExport($input: RecordExportInput!) {
    recordExport(input: $input) {
      __typename
    }
  }
`);

interface Wanted {
  register: { id: string; title: string };
  definition: RegisterDefinition;
  pick: (text: string) => string;
  filter: VariablesOf<typeof exportQuery>['filter'];
  orderBy: VariablesOf<typeof exportQuery>['orderBy'];
}

/** As many rows as a sheet is made of in a browser. */
const MOST_ROWS = 20_000;
const MONEY_FORMAT = '#,##0.00';

/**
 * Writes the entries that are listed into a sheet: sums as numbers, what is masked as masked, each step with who
 * signed it. That it was taken is noted in the log first.
 *
 * @returns how many entries it holds.
 */
export async function exportEntries(client: Client, wanted: Wanted): Promise<number> {
  const { register, definition, pick } = wanted;
  const input = {
    idempotencyKey: createIdempotencyKey(),
    subject: register.title,
    formats: ['xlsx'],
    scope: JSON.stringify(wanted.filter ?? {}).slice(0, 500),
  };
  await client.mutation(recordExportMutation, { input }).toPromise();
  const { Workbook } = await import('exceljs');
  const book = new Workbook();
  const sheet = book.addWorksheet(register.title.slice(0, 31).replace(/[\\/*?:[\]]/g, ' '), {
    views: [{ state: 'frozen', ySplit: 1 }],
  });
  sheet.columns = [
    { header: pick('编号 / No.'), key: 'number', width: 8 },
    ...definition.fields.map(({ key, label, kind }) => ({
      header: pick(label),
      key: `f.${key}`,
      width: kind === 'LONG_TEXT' ? 40 : 18,
      ...(kind === 'MONEY' && { style: { numFmt: MONEY_FORMAT } }),
    })),
    { header: pick('阶段 / Stage'), key: 'stage', width: 14 },
    { header: pick('登记科室 / Unit'), key: 'unit', width: 16 },
    { header: pick('登记日期 / Entered on'), key: 'enteredOn', width: 13 },
    { header: pick('定义版本 / Version'), key: 'version', width: 9 },
    { header: pick('办理记录 / Steps'), key: 'steps', width: 50 },
  ];
  sheet.getRow(1).font = { bold: true };
  let count = 0;
  for (let after: string | null = null, more = true; more && count < MOST_ROWS;) {
    const page = await readPage(client, wanted, after);
    for (const entry of page.nodes) {
      count += 1;
      sheet.addRow({
        number: entry.number,
        stage: pick(entry.stageLabel),
        unit: entry.unit?.name ?? '',
        enteredOn: entry.enteredOn,
        version: entry.registerVersion.number,
        steps: entry.stepsTaken
          .map((taken) => `${pick(taken.label)} ${taken.takenByName} ${taken.takenAt.slice(0, 10)}`)
          .join('；'),
        ...Object.fromEntries(entry.values.map((value) => [`f.${value.key}`, cellOf(value, pick)])),
      });
    }
    after = page.pageInfo.endCursor;
    more = page.pageInfo.hasNextPage;
  }
  const bytes = await book.xlsx.writeBuffer();
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  saveFile(new Blob([bytes], { type }), `${register.title}.xlsx`);
  return count;
}

interface Cell {
  isMasked: boolean;
  fen: number | null;
  number: string | null;
  shown: string | null;
}

function cellOf({ isMasked, fen, number, shown }: Cell, pick: Wanted['pick']) {
  if (isMasked) return '***';
  if (fen !== null) return fen / 100;
  if (number !== null) return Number(number);
  return shown ? neutralise(pick(shown)) : '';
}

async function readPage(
  client: Client,
  { register, filter, orderBy }: Wanted,
  after: string | null,
) {
  const variables = {
    id: register.id,
    after,
    ...(filter && { filter }),
    ...(orderBy && { orderBy }),
  };
  const { data } = await client
    .query(exportQuery, variables, { requestPolicy: 'network-only' })
    .toPromise();
  const entries = data?.node?.__typename === 'Register' ? data.node.entries : null;
  if (!entries) throw new Error('the entries could not be read');
  return entries;
}

/** Lets the browser save what was made here. */
export function saveFile(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
