import { findEvent, wordsOfEvent } from '../audit/known-events.ts';
import type { WriteScope } from '../changes/write-changes.ts';
import type { EventDefinition } from '../rules/define-events.ts';
import { storedForm } from '../changes/stored-form.ts';
import { tableOf, type Columns } from '../changes/table-of.ts';
import type { LedgerModel, NewRow, Row } from '../changes/ledger-model.ts';
import { bilingual } from '../rules/bilingual.ts';
import type { ActResult, RowStep } from './row-step.type.ts';

type Change = Exclude<RowStep, { write: 'create' }>;

const CHANGED_SINCE = bilingual('此后有人改过', 'Somebody changed it since');
const GONE = bilingual('已不存在', 'It is gone');

/** Writes steps in their order; those whose row has moved on since the plan are left and told. */
export async function writeSteps(scope: WriteScope, steps: readonly RowStep[]): Promise<ActResult> {
  const result: ActResult = { created: 0, changed: 0, removed: 0, left: [] };
  const eventOf = ({ event, subject }: RowStep): EventDefinition => ({
    type: event,
    subject,
    words: wordsOfEvent(event),
    isQuiet: findEvent(event)?.isQuiet ?? false,
  });
  for (const group of groupAlike(steps)) {
    const [first] = group;
    const { subject } = first!;
    if (isCreations(group)) {
      const rows = group.map(({ row }) => storedForm(scope.tx, subject, row));
      await scope.createMany(eventOf(first!), rows as unknown as NewRow<LedgerModel>[]);
      result.created += rows.length;
      continue;
    }
    const changes = group as Change[];
    const stored = await readRows(scope, subject, changes);
    for (const step of changes) {
      const row = stored.get(step.id);
      if (!row || row['version'] !== step.version)
        result.left.push({
          subject,
          id: step.id,
          label: row ? labelOf(row) : null,
          reason: row ? CHANGED_SINCE : GONE,
        });
      else if (step.write === 'remove') {
        await scope.remove(eventOf(step), row as unknown as Row<LedgerModel>);
        result.removed += 1;
      } else {
        const columns = storedForm(scope.tx, subject, step.columns);
        await scope.change(eventOf(step), row as unknown as Row<LedgerModel>, columns);
        result.changed += 1;
      }
    }
  }
  return result;
}

/** Consecutive steps of one kind on one model: what they load and make takes one statement. */
function groupAlike(steps: readonly RowStep[]): RowStep[][] {
  const groups: RowStep[][] = [];
  for (const step of steps) {
    const group = groups.at(-1);
    const last = group?.[0];
    if (
      group &&
      last?.subject === step.subject &&
      last.event === step.event &&
      last.write === step.write
    )
      group.push(step);
    else groups.push([step]);
  }
  return groups;
}

const isCreations = (group: RowStep[]): group is Extract<RowStep, { write: 'create' }>[] =>
  group[0]!.write === 'create';

async function readRows(
  { tx }: Pick<WriteScope, 'tx'>,
  subject: LedgerModel,
  steps: readonly Change[],
) {
  const rows = await tableOf(tx, subject).findMany({
    where: { id: { in: steps.map(({ id }) => id) } },
  });
  return new Map(rows.map((row) => [String(row['id']), row]));
}

const NAMES = ['code', 'title', 'name', 'topic', 'text', 'fileName'];

/** What people call the row of a step. */
export async function readLabel(tx: WriteScope['tx'], step: RowStep): Promise<string | null> {
  if (step.write === 'create') return labelOf(step.row);
  const [row] = await tableOf(tx, step.subject).findMany({ where: { id: step.id } });
  return row ? labelOf(row) : null;
}

/** What people call a row, as far as it has a name. */
export function labelOf(row: Readonly<Columns>): string | null {
  const name = NAMES.map((column) => row[column]).find((value) => typeof value === 'string');
  return typeof name === 'string' ? name.slice(0, 80) : null;
}
