import JSZip from 'jszip';

const MAIN = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export interface DocxParagraph {
  readonly text: string;
  /** Depth in the automatic list 一、（一）1. of this file; none for plain text. */
  readonly listDepth?: number;
}

/** A cell of a table: its text, and what it covers; '' with `isMerged` goes on with the cell above. */
export interface DocxCell {
  readonly text: string;
  readonly columns?: number;
  readonly merge?: 'restart' | 'continue';
}
export type DocxTable = readonly (readonly DocxCell[])[];

/** A small but complete Word document for the tests. */
export async function buildDocx(
  paragraphs: readonly (DocxParagraph | DocxTable)[],
): Promise<Uint8Array> {
  const zip = new JSZip();
  zip.file(
    '[Content_Types].xml',
    `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${MAIN}.document.main+xml"/></Types>`,
  );
  zip.file(
    '_rels/.rels',
    `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
  );
  zip.file('word/numbering.xml', numbering());
  const body = paragraphs.map((block) => {
    if (!('text' in block)) return writeTable(block);
    const { text, listDepth } = block;
    const place =
      listDepth === undefined
        ? ''
        : `<w:pPr><w:numPr><w:ilvl w:val="${listDepth}"/><w:numId w:val="7"/></w:numPr></w:pPr>`;
    return `<w:p>${place}<w:r><w:t>${text}</w:t></w:r></w:p>`;
  });
  zip.file(
    'word/document.xml',
    `<?xml version="1.0"?><w:document ${NAMESPACE}><w:body>${body.join('')}</w:body></w:document>`,
  );
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}

function writeTable(rows: DocxTable): string {
  const paragraphs = (text: string): string =>
    text
      .split('\n')
      .map((line) => `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`)
      .join('');
  const cells = (row: readonly DocxCell[]): string =>
    row
      .map(({ text, columns = 1, merge }) => {
        const merged = merge ? `<w:vMerge${merge === 'restart' ? ' w:val="restart"' : ''}/>` : '';
        return `<w:tc><w:tcPr><w:gridSpan w:val="${columns}"/>${merged}</w:tcPr>${paragraphs(text)}</w:tc>`;
      })
      .join('');
  return `<w:tbl>${rows.map((row) => `<w:tr>${cells(row)}</w:tr>`).join('')}</w:tbl>`;
}

function numbering(): string {
  const levels = [
    ['chineseCounting', '%1、'],
    ['chineseCounting', '（%2）'],
    ['decimal', '%3.'],
  ].map(
    ([format, pattern], depth) =>
      `<w:lvl w:ilvl="${depth}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${pattern}"/></w:lvl>`,
  );
  return `<?xml version="1.0"?><w:numbering ${NAMESPACE}><w:abstractNum w:abstractNumId="3">${levels.join('')}</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="3"/></w:num></w:numbering>`;
}
