import { setImmediate } from 'node:timers/promises';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { PDFDocument } from 'pdf-lib';
import type { ReportOutline } from '../outline/outline.type.ts';
import { ReviewError } from '../review-error.ts';
import { loadFonts, type FontSet } from './fonts/load-fonts.ts';
import { planVolumes, type Volume } from './plan-volumes.ts';
import template from './report.typ?raw';

/** Typst reads `data.json` beside the main file; both exist in memory only. */
const WORKSPACE = '/';

export interface PdfRequest {
  readonly outline: ReportOutline;
  readonly fontDirectory: string | null;
}

/**
 * Sets the report with Typst. It blocks its thread while it works.
 *
 * @param onVolume called behind each volume with how many are done and how many there are.
 * @throws ReviewError when a font family is missing or Typst refuses the document.
 */
export async function compilePdf(
  { outline, fontDirectory }: PdfRequest,
  onVolume: (done: number, of: number) => void = () => {},
): Promise<Uint8Array> {
  const fonts = loadFonts(fontDirectory);
  const compiler = NodeCompiler.create({
    workspace: WORKSPACE,
    fontArgs: [{ fontBlobs: [...fonts.blobs] }],
  });
  const volumes = planVolumes(outline);
  const parts: { pdf: Uint8Array; skip: number }[] = [];
  let pages = 0;
  for (const volume of volumes) {
    const set = setVolume(compiler, volume, outline.title, fonts, pages + 1);
    parts.push(set);
    pages += set.pages - set.skip;
    compiler.evictCache(0);
    // The set pages lie outside the heap, where the collector does not see how large they are, and are
    // let go of only behind a turn of the event loop.
    globalThis.gc?.();
    await setImmediate();
    onVolume(parts.length, volumes.length);
  }
  const [only] = parts;
  return parts.length === 1 && only ? only.pdf : joinVolumes(parts, outline.title);
}

function setVolume(
  compiler: NodeCompiler,
  volume: Volume,
  title: string,
  fonts: FontSet,
  firstPage: number,
): { pdf: Uint8Array; pages: number; skip: number } {
  // Inside and outside margins follow the sheet, not the counter: an empty first sheet, dropped later, puts them right.
  const skip = firstPage % 2 === 0 ? 1 : 0;
  const data = {
    title,
    firstPage: firstPage - skip,
    skip: skip === 1,
    faces: fonts.faces,
    fontNote: fonts.note,
    ...volume,
  };
  compiler.mapShadow(`${WORKSPACE}data.json`, Buffer.from(JSON.stringify(data)));
  const compiled = compiler.compile({ mainFileContent: template });
  const problems = [compiled.takeWarnings(), compiled.takeDiagnostics()].flatMap(
    (found) => (found?.shortDiagnostics ?? []) as { message: string }[],
  );
  const missing = problems.find(({ message }) => message.includes('font family'));
  if (missing) {
    throw new ReviewError(`缺少字体：${missing.message}`, `a font is missing: ${missing.message}`);
  }
  if (!compiled.result) {
    const why = problems[0]?.message ?? 'unknown';
    throw new ReviewError(`PDF 排版失败：${why}`, `setting the PDF failed: ${why}`);
  }
  return { pdf: compiler.pdf(compiled.result), pages: compiled.result.numOfPages, skip };
}

async function joinVolumes(
  parts: readonly { pdf: Uint8Array; skip: number }[],
  title: string,
): Promise<Uint8Array> {
  const whole = await PDFDocument.create({ updateMetadata: false });
  whole.setTitle(title);
  whole.setLanguage('zh-CN');
  for (const { pdf, skip } of parts) {
    const part = await PDFDocument.load(pdf, { updateMetadata: false });
    const pages = await whole.copyPages(part, part.getPageIndices().slice(skip));
    for (const page of pages) whole.addPage(page);
  }
  return whole.save();
}
