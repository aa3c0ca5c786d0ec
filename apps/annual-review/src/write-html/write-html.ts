import type { AnnualReview } from '../review/annual-review.type.ts';
import { buildOutline } from '../outline/build-outline.ts';
import type { Block, Schedule, ScheduleRow, TableColumn } from '../outline/outline.type.ts';
import stylesheet from './report.css?raw';

/** The report and its schedule as one HTML file without scripts or outside resources. */
export function writeHtml(review: AnnualReview): Buffer {
  const outline = buildOutline(review);
  const page = [
    `<!doctype html>`,
    `<html lang="${outline.language}">`,
    `<head>`,
    `<meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width, initial-scale=1">`,
    // Whatever text slips through, the page itself may run and load nothing.
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>${escape(outline.title)}</title>`,
    `<style>\n${stylesheet}</style>`,
    `</head>`,
    `<body>`,
    `<main>`,
    ...outline.blocks.map(writeBlock),
    `</main>`,
    writeSchedule(outline.schedule),
    `</body>`,
    `</html>`,
  ];
  return Buffer.from(`${page.join('\n')}\n`);
}

function writeBlock(block: Block): string {
  switch (block.kind) {
    case 'title':
      return `<h1>${block.lines.map(escape).join('<wbr>')}${small(block.english)}</h1>`;
    case 'mark':
      return `<p class="mark">${escape(block.text)}</p>`;
    case 'heading': {
      const tag = `h${block.level + 1}`;
      return `<${tag}>${escape(block.text)}${small(block.english)}</${tag}>`;
    }
    case 'paragraph': {
      const lead = block.lead ? `<b>${escape(block.lead)}</b>` : '';
      return `<p>${lead}${escape(block.text)}</p>`;
    }
    case 'english':
      return `<p class="english" lang="en">${escape(block.text)}</p>`;
    case 'table':
      return table(
        block.columns,
        block.rows.map((row) => cells(row, block.columns)),
        'figures',
      );
    case 'signature':
      return `<p>${escape(block.appendix)}</p>\n<p class="signature">${escape(block.name)}<br>${escape(block.date)}</p>`;
  }
}

function writeSchedule(schedule: Schedule): string {
  const rows = schedule.groups.flatMap((group) => [
    `<tr class="area"><th colspan="${schedule.columns.length}" scope="colgroup">${escape(group.title)}</th></tr>`,
    ...group.rows.map((row) => scheduleRow(row)),
  ]);
  return [
    `<section class="schedule">`,
    `<h2>${escape(schedule.title)}${small(schedule.english)}</h2>`,
    `<p class="caption">${escape(schedule.caption)}</p>`,
    `<div class="scroll">${table(schedule.columns, rows, 'rows')}</div>`,
    `</section>`,
  ].join('\n');
}

function scheduleRow(row: ScheduleRow): string {
  const measures = row.measures.map((text) => `<li>${escape(text)}</li>`).join('');
  const plain = [row.unit, row.leader, row.type, row.dueOn, row.status, row.closedOn];
  return [
    `<tr${row.isLate ? ' class="late"' : ''}>`,
    `<td class="center">${escape(row.code)}</td>`,
    `<td>${escape(row.title)}</td>`,
    `<td>${measures ? `<ul>${measures}</ul>` : '—'}</td>`,
    ...plain.map((text) => `<td class="center">${escape(text)}</td>`),
    `<td class="center">${escape(row.note)}</td>`,
    `</tr>`,
  ].join('');
}

function table(columns: readonly TableColumn[], rows: readonly string[], name: string): string {
  const widths = columns.map((column) => `<col style="width:${column.width}%">`).join('');
  const heads = columns
    .map((column) => `<th scope="col">${escape(column.zh)}${small(column.en)}</th>`)
    .join('');
  return `<table class="${name}"><colgroup>${widths}</colgroup><thead><tr>${heads}</tr></thead><tbody>\n${rows.join('\n')}\n</tbody></table>`;
}

function cells(row: readonly string[], columns: readonly TableColumn[]): string {
  const written = row.map((text, index) => {
    const align = columns[index]?.align === 'center' ? ' class="center"' : '';
    return `<td${align}>${escape(text).replaceAll('\n', '<br>')}</td>`;
  });
  return `<tr>${written.join('')}</tr>`;
}

const small = (english: string | undefined) =>
  english ? `<small lang="en">${escape(english)}</small>` : '';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escape = (text: string) => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
