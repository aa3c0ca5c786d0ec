/**
 * Column headings that say what a cell tells. Taken out of its table, a cell loses its column: measures and
 * what became of them would run together, so each such cell is to begin with its heading.
 */
const TELLING =
  /^(?:主要|具体)?(?:整改(?:工作)?(?:落实|完成|推进)?(?:情况|进展(?:情况)?|措施|成效|结果|状态|进度|举措)|进展情况|落实情况|(?:工作)?措施|成效|(?:整改)?完成(?:情况|时限|时间|状态)|(?:整改)?(?:责任|牵头|配合)(?:领导|单位|部门|人|科室)|(?:整改)?(?:时限|期限)|(?:整改)?(?:状态|状况)|备注)$/;

/**
 * The labels for the cells of one row, '' where none is needed. `header` is the table's first row; a row with
 * another number of cells has merged ones, and its columns are not known.
 */
export function labelCells(header: readonly string[], row: readonly string[]): readonly string[] {
  const names = header.map((name) => name.replace(/[\s\u00a0\u3000：:]/g, ''));
  const isLedger = names.some((name) => /问题|事项/.test(name)) && names.length === row.length;
  const isHeader = names.every((name, index) => row[index]?.replace(/\s/g, '') === name);
  return row.map((cell, index) => {
    const name = names[index] ?? '';
    if (!isLedger || isHeader || !TELLING.test(name) || cell.trim() === '') return '';
    return cell.trim().startsWith(name) ? '' : `${name}：`;
  });
}
