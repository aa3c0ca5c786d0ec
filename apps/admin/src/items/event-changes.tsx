import { useTerm } from '@taizhang/ui';
import { FieldName } from '../submission/field-name.tsx';

export interface EventChangesProps {
  /** The changed fields before and after, as the hub logged them: JSON. */
  before: unknown;
  after: unknown;
}

/** Fields whose logged values a reader understands; ids of people and units are left to the facts. */
const READABLE = ['title', 'dueOn', 'reviewOn', 'type', 'description', 'text'] as const;

export function EventChanges({ before, after }: EventChangesProps) {
  const term = useTerm();
  const old = asRecord(before);
  const now = asRecord(after);
  const changed = READABLE.filter(
    (field) => typeof now[field] === 'string' && old[field] !== undefined,
  );
  if (changed.length === 0) return null;
  const show = (field: string, value: unknown) => {
    if (typeof value !== 'string') return '—';
    return field === 'type' ? term('RectificationType', value) : value;
  };
  return (
    <dl className="history-changes">
      {changed.map((field) => (
        <div key={field}>
          <dt>
            <FieldName field={field} />
          </dt>
          <dd>
            {show(field, old[field])} → {show(field, now[field])}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
