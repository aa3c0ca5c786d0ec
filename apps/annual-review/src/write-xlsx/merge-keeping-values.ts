import JSZip from 'jszip';

/**
 * Merges ranges of the first sheet and leaves the value in every cell under them. exceljs empties all but the
 * first, and a filter on 方面 would then find one row of each area.
 *
 * @param ranges none of which meets another or a range that is already merged.
 */
export async function mergeKeepingValues(xlsx: Buffer, ranges: readonly string[]): Promise<Buffer> {
  if (ranges.length === 0) return xlsx;
  const zip = await JSZip.loadAsync(xlsx);
  const path = 'xl/worksheets/sheet1.xml';
  const sheet = await zip.file(path)?.async('string');
  const written = sheet && /<mergeCells count="(\d+)">/.exec(sheet);
  if (!written) throw new Error('exceljs wrote no merged title in the first sheet');
  const count = Number(written[1]) + ranges.length;
  const cells = ranges.map((range) => `<mergeCell ref="${range}"/>`).join('');
  zip.file(path, sheet.replace(written[0], `<mergeCells count="${count}">${cells}`));
  return zip.generateAsync({
    type: 'nodebuffer',
    compression: 'DEFLATE',
    compressionOptions: { level: 6 },
  });
}
