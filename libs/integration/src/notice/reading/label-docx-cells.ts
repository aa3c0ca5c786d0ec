import { labelCells } from './label-table-cells.ts';

interface Element {
  readonly start: number;
  readonly end: number;
}

/** Writes the column heading into each cell of a table of problems in `document.xml`. */
export function labelDocxCells(document: string): string {
  const parts: string[] = [];
  let copied = 0;
  for (const table of findElements(document, 'w:tbl', 0, document.length)) {
    // A table within a table ends the outer one too early to know its columns.
    if (document.slice(table.start + 6, table.end).includes('<w:tbl>')) continue;
    const rows = findElements(document, 'w:tr', table.start, table.end).map((row) =>
      findElements(document, 'w:tc', row.start, row.end),
    );
    const header = (rows[0] ?? []).map((cell) => textOf(document, cell));
    for (const cells of rows.slice(1)) {
      const labels = labelCells(
        header,
        cells.map((cell) => textOf(document, cell)),
      );
      cells.forEach((cell, index) => {
        const at = document.indexOf('<w:r>', cell.start);
        const wide = document.indexOf('<w:r ', cell.start);
        const run = Math.min(...[at, wide].filter((place) => place !== -1));
        const label = labels[index] ?? '';
        if (label === '' || run > cell.end || run < copied) return;
        parts.push(document.slice(copied, run), `<w:r><w:t>${label}</w:t></w:r>`);
        copied = run;
      });
    }
  }
  return parts.join('') + document.slice(copied);
}

/** Elements of this name between two places; linear, whatever closing marks are missing. */
function findElements(xml: string, name: string, from: number, to: number): Element[] {
  const opening = new RegExp(`<${name}(?: [^<>]{0,300})?>`, 'g');
  const closing = `</${name}>`;
  const found: Element[] = [];
  opening.lastIndex = from;
  for (let open = opening.exec(xml); open && open.index < to; open = opening.exec(xml)) {
    const close = xml.indexOf(closing, open.index);
    if (close === -1 || close > to) break;
    found.push({ start: open.index, end: close + closing.length });
    opening.lastIndex = close + closing.length;
  }
  return found;
}

function textOf(xml: string, { start, end }: Element): string {
  return xml.slice(start, end).replace(/<[^<>]{0,300}>/g, '');
}
