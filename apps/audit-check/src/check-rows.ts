import { graphql, type ResultOf } from '@taizhang/client';
import type { AskHub } from './open-client.ts';

const CheckAuditRows = graphql(`
  query CheckAuditRows($after: String) {
    auditRows(after: $after) {
      checked
      next
      differences {
        recordId
        fault
        columns
        message
      }
    }
  }
`);

type Stretch = NonNullable<ResultOf<typeof CheckAuditRows>['auditRows']>;

/** What comparing every record with its events has found. */
export interface RowsCheck {
  checked: number;
  differences: Stretch['differences'];
}

/**
 * Compares every record with what its events give, stretch by stretch.
 *
 * @throws CommandError with the hub's reason when it refuses.
 */
export async function checkRows(
  ask: AskHub,
  onProgress: (checked: number) => void,
): Promise<RowsCheck> {
  const all: RowsCheck = { checked: 0, differences: [] };
  for (let after: string | null = null; ;) {
    const answer: ResultOf<typeof CheckAuditRows> = await ask(CheckAuditRows, { after });
    const { checked, differences, next }: Stretch = answer.auditRows!;
    all.checked += checked;
    all.differences.push(...differences);
    onProgress(all.checked);
    if (next === null) return all;
    after = next;
  }
}
