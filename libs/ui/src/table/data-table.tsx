import { Fragment, type ReactNode } from 'react';
import './data-table.css';

export interface TableColumn<Row> {
  key: string;
  title: string;
  render(row: Row): ReactNode;
  /** CSS width; one column should have none and take what is left. */
  width?: string;
  align?: 'start' | 'center' | 'end';
  /** The sort key that a click on this heading asks for. */
  sortKey?: string;
}

export interface TableSort {
  key: string;
  descending: boolean;
}

export interface DataTableProps<Row> {
  /** Names the table for screen readers. */
  label: string;
  columns: readonly TableColumn<Row>[];
  rows: readonly Row[];
  rowKey(row: Row): string;
  /** What one row is on a phone, where the table becomes a list of cards. */
  card(row: Row): ReactNode;
  /** Rows that follow each other with the same heading stand under it. */
  group?(row: Row): string;
  sort?: TableSort;
  onSort?(sort: TableSort): void;
  /** New rows are on their way: the old ones stay, dimmed. */
  stale?: boolean;
}

/** A dense table with a sticky head on a desk, cards on a phone. Shows what it is given, never fetches. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { columns, rows, rowKey, group } = props;
  return (
    <div
      className={props.stale ? 'tz-table-wrap tz-table-stale' : 'tz-table-wrap'}
      aria-busy={props.stale}
    >
      <table className="tz-table" aria-label={props.label}>
        <thead>
          <tr>
            {columns.map((column) => (
              <HeadCell key={column.key} column={column} sort={props.sort} onSort={props.onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => {
            const heading = group?.(row);
            const previous = rows[index - 1];
            const opensGroup =
              heading !== undefined && (!previous || group?.(previous) !== heading);
            return (
              <Fragment key={rowKey(row)}>
                {opensGroup ? (
                  <tr className="tz-table-group">
                    <th colSpan={columns.length} scope="colgroup">
                      {heading}
                    </th>
                  </tr>
                ) : null}
                <tr>
                  {columns.map((column) => (
                    <td key={column.key} className={`tz-align-${column.align ?? 'start'}`}>
                      {column.render(row)}
                    </td>
                  ))}
                </tr>
              </Fragment>
            );
          })}
        </tbody>
      </table>
      <ul className="tz-cards" aria-label={props.label}>
        {rows.map((row) => (
          <li key={rowKey(row)}>{props.card(row)}</li>
        ))}
      </ul>
    </div>
  );
}

interface HeadCellProps<Row> {
  column: TableColumn<Row>;
  sort: TableSort | undefined;
  onSort: ((sort: TableSort) => void) | undefined;
}

function HeadCell<Row>({ column, sort, onSort }: HeadCellProps<Row>) {
  const { sortKey } = column;
  const sorted = sortKey !== undefined && sort?.key === sortKey ? sort : undefined;
  return (
    <th
      scope="col"
      style={column.width ? { width: column.width } : undefined}
      className={`tz-align-${column.align ?? 'start'}`}
      aria-sort={sorted ? (sorted.descending ? 'descending' : 'ascending') : undefined}
    >
      {sortKey && onSort ? (
        <button
          type="button"
          className="tz-sort"
          onClick={() => onSort({ key: sortKey, descending: sorted ? !sorted.descending : false })}
        >
          {column.title}
          <span aria-hidden="true">{sorted ? (sorted.descending ? '↓' : '↑') : '↕'}</span>
        </button>
      ) : (
        column.title
      )}
    </th>
  );
}
