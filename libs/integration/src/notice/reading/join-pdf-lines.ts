/** A run of text at its place on the page, in points. */
export interface PdfFragment {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PdfLine {
  text: string;
  readonly left: number;
  right: number;
  readonly y: number;
  readonly height: number;
}

/**
 * Fonts map some signs to radicals that look the same (⼀ for 一, ⻅ for 见); the text is to hold the signs
 * that people read. Unicode folds those of one block, the others are listed.
 */
const RADICALS = '⺀⺁⺟⺠⺴⻁⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰⻳';
const SIGNS = '冫厂母民网虎西见角贝车长门青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙龟';

function writeSigns(text: string): string {
  return text.replace(/[\u2e80-\u2fd5\uf900-\ufaff]/g, (sign) => {
    const at = RADICALS.indexOf(sign);
    return at === -1 ? sign.normalize('NFKC') : (SIGNS[at] ?? sign);
  });
}

/** A numbered line starts a paragraph even where the line above happens to be full. */
const HEADING =
  /^(?:[（(][一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十]{1,3}、|\d{1,2}[.．、](?!\d))/;

/**
 * Puts a page's lines together to paragraphs: a line that reaches the right edge goes on in the next one, unless that one is indented, set apart, or numbered.
 */
export function joinPdfLines(lines: readonly PdfLine[]): string {
  if (lines.length === 0) return '';
  const right = lines.reduce((most, line) => Math.max(most, line.right), 0);
  const left = leftMargin(lines);
  const usualGap = usualLineGap(lines);
  let text = lines[0]?.text ?? '';
  for (let index = 1; index < lines.length; index += 1) {
    const [previous, line] = [lines[index - 1], lines[index]];
    if (!previous || !line) continue;
    const isFull = previous.right >= right - previous.height * 2.5;
    const isIndented = line.left > left + line.height * 1.2;
    const isFar = previous.y - line.y > usualGap * 1.35;
    const isHeading = HEADING.test(line.text);
    text += isFull && !isIndented && !isFar && !isHeading ? '' : '\n';
    text += line.text;
  }
  return text;
}

/** Fragments at one height are a line. */
export function toPdfLines(fragments: readonly PdfFragment[]): PdfLine[] {
  const lines: PdfLine[] = [];
  for (const { text, x, y, width, height } of fragments) {
    if (text === '') continue;
    const line = lines[lines.length - 1];
    const isSame =
      line && Math.abs(line.y - y) < Math.max(height, line.height) * 0.6 && x >= line.left - 1;
    if (isSame) {
      const isApart = x - line.right > Math.max(height, 1) * 2;
      line.text += isApart && text.trim() !== '' && line.text.trim() !== '' ? `\t${text}` : text;
      if (text.trim() !== '') line.right = Math.max(line.right, x + width);
    } else {
      lines.push({ text, left: x, right: x + width, y, height: height || 10 });
    }
  }
  return lines
    .filter((line) => line.text.trim() !== '')
    .map((line) => ({ ...line, text: writeSigns(line.text.trim()) }));
}

/** The margin: the leftmost edge that more than one line shares, since first lines are indented. */
function leftMargin(lines: readonly PdfLine[]): number {
  const counts = new Map<number, number>();
  for (const line of lines) {
    const rounded = Math.round(line.left / 2) * 2;
    counts.set(rounded, (counts.get(rounded) ?? 0) + 1);
  }
  const shared = [...counts].filter(([, count]) => count > 1).map(([left]) => left);
  return shared.reduce((least, left) => Math.min(least, left), shared[0] ?? lines[0]?.left ?? 0);
}

/** The distance between lines of one paragraph: the most common of those on the page. */
function usualLineGap(lines: readonly PdfLine[]): number {
  const gaps = lines
    .map((line, index) => (lines[index - 1]?.y ?? line.y) - line.y)
    .filter((gap) => gap > 1)
    .sort((a, b) => a - b);
  return gaps[Math.floor(gaps.length / 4)] ?? Number.POSITIVE_INFINITY;
}
