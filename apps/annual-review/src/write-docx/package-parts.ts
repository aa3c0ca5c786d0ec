import JSZip from 'jszip';
import { FACES, type Face } from './fonts.ts';

/** Style of lines that keep their own height where the page's grid would stretch them. */
export const OFF_GRID = 'OffGrid';

/** What a machine without a face may take instead, for fontTable.xml. */
const ALTERNATIVES: Readonly<Record<Face, string>> = {
  title: '方正小标宋_GBK,小标宋体,Source Han Serif SC,Noto Serif CJK SC,SimSun',
  body: '仿宋,FangSong,STFangsong,Noto Serif CJK SC',
  hei: 'SimHei,Source Han Sans SC,Noto Sans CJK SC',
  kai: '楷体,KaiTi,STKaiti,LXGW WenKai,Noto Serif CJK SC',
  song: 'SimSun,Noto Serif CJK SC',
};

/**
 * Puts into the package what the docx library cannot write: alternative names of the fonts, and styles that
 * leave the line grid.
 */
export async function completePackage(docx: Buffer): Promise<Buffer> {
  const zip = await JSZip.loadAsync(docx);
  const styles = await zip.file('word/styles.xml')?.async('string');
  if (!styles) throw new Error('the docx library wrote no styles');
  zip.file('word/styles.xml', [OFF_GRID, 'Title'].reduce(leaveGrid, styles));
  zip.file('word/fontTable.xml', fontTable());
  return zip.generateAsync({
    type: 'nodebuffer',
    compression: 'DEFLATE',
    compressionOptions: { level: 6 },
  });
}

/** Schema order: snapToGrid stands before spacing, which every style here begins with. */
function leaveGrid(styles: string, id: string): string {
  const style = new RegExp(`(<w:style [^>]*w:styleId="${id}".*?<w:pPr>)`, 's');
  if (!style.test(styles))
    throw new Error(`the docx library wrote no paragraph properties of ${id}`);
  return styles.replace(style, '$1<w:snapToGrid w:val="0"/>');
}

function fontTable(): string {
  const fonts = (Object.keys(FACES) as Face[]).map(
    (name) =>
      `<w:font w:name="${FACES[name]}"><w:altName w:val="${ALTERNATIVES[name]}"/><w:charset w:val="86"/><w:family w:val="${name === 'hei' ? 'swiss' : 'roman'}"/><w:pitch w:val="variable"/></w:font>`,
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${fonts.join('')}</w:fonts>`;
}
