import { isPlain, showField, type FieldDescription } from '@taizhang/platform/rules';
import { ITEM_FIELDS } from '@taizhang/rectification/rules';
import { useFieldWords } from '../form/use-field-words.ts';
import { FieldName } from '../submission/field-name.tsx';

export interface EventChangesProps {
  /** The changed columns before and after, as the hub logged them: JSON. */
  before: unknown;
  after: unknown;
}

/** Columns of other records whose logged values a reader understands; ids are left to the facts. */
const OTHERS: Readonly<Record<string, FieldDescription | undefined>> = {
  text: { kind: 'LONG_TEXT', max: 5_000, label: '内容 / Text', description: '' },
  reviewOn: { kind: 'DAY', label: '复核日期 / Review date', description: '' },
};

const describedAs = (column: string): FieldDescription | undefined =>
  column in ITEM_FIELDS ? ITEM_FIELDS[column as keyof typeof ITEM_FIELDS] : OTHERS[column];

export function EventChanges({ before, after }: EventChangesProps) {
  const words = useFieldWords();
  const old = asRecord(before);
  const now = asRecord(after);
  const changed = Object.keys(now).flatMap((column) => {
    const field = describedAs(column);
    return field && isPlain(field) && column in old ? [{ column, field }] : [];
  });
  if (changed.length === 0) return null;
  const show = (field: FieldDescription, value: unknown) =>
    // Of a long text the log keeps what it was before as its hash only.
    (typeof value === 'object' && value !== null ? '…' : showField(field, value, words)) ?? '—';
  return (
    <dl className="history-changes">
      {changed.map(({ column, field }) => (
        <div key={column}>
          <dt>
            <FieldName field={column} />
          </dt>
          <dd>
            {show(field, old[column])} → {show(field, now[column])}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
