import type { ReportOutline } from '../src/outline/outline.type.ts';

/** The report as a reader of any format gets its text: a block a line, then the schedule's cells. */
export function outlineText(outline: ReportOutline): string {
  const blocks = outline.blocks.flatMap((block) => {
    switch (block.kind) {
      case 'title':
        return [block.lines.join(''), block.english];
      case 'heading':
        return [block.english ? `${block.text}\u3000${block.english}` : block.text];
      case 'paragraph':
        return [(block.lead ?? '') + block.text];
      case 'table':
        return [...block.columns.map((column) => column.zh), ...block.rows.flat()];
      case 'signature':
        return [block.appendix, block.name, block.date];
      default:
        return [block.text];
    }
  });
  const { schedule } = outline;
  const cells = schedule.groups.flatMap((group) => [
    group.title,
    ...group.rows.flatMap((row) => [
      row.code,
      row.title,
      ...row.measures.map((measure) => `·${measure}`),
      row.unit,
      row.leader,
      row.type,
      row.dueOn,
      row.status,
      row.closedOn,
      row.note,
    ]),
  ]);
  return [
    ...blocks,
    '附件',
    schedule.title,
    schedule.caption,
    ...schedule.columns.flatMap(({ zh, en }) => [zh, en]),
    ...cells,
  ].join('\n');
}
