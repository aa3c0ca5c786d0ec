import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { buildOutline } from '../outline/build-outline.ts';
import { ReviewError } from '../review-error.ts';
import type { AnnualReview } from '../review/annual-review.type.ts';
import { compilePdf, type PdfRequest } from './compile-pdf.ts';

export interface PdfOptions {
  /** Official fonts that go before the packaged ones (FONT_DIR). */
  readonly fontDirectory: string | null;
  /** The program that sets the PDF in a process of its own; null sets it in this one. */
  readonly program: string | null;
  readonly signal?: AbortSignal;
  readonly onVolume?: (done: number, of: number) => void;
}

/** The report as a PDF on GB/T 9704 pages with its fonts inside, the schedule on turned pages behind it. */
export async function writePdf(review: AnnualReview, options: PdfOptions): Promise<Buffer> {
  const { fontDirectory, program, onVolume } = options;
  const request = { outline: buildOutline(review), fontDirectory };
  if (program === null) return Buffer.from(await compilePdf(request, onVolume));
  const folder = await mkdtemp(join(tmpdir(), 'annual-review-'));
  try {
    return await compileApart(request, { ...options, program, folder });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function compileApart(
  request: PdfRequest,
  { program, folder, signal, onVolume }: PdfOptions & { program: string; folder: string },
): Promise<Buffer> {
  const source = join(folder, 'request.json');
  const target = join(folder, 'report.pdf');
  await writeFile(source, JSON.stringify(request), { mode: 0o600 });
  const child = spawn(process.execPath, ['--expose-gc', program, source, target], {
    stdio: ['ignore', 'pipe', 'pipe'],
    // Killed outright: Typst does not look at signals while it works.
    ...(signal ? { signal, killSignal: 'SIGKILL' as const } : {}),
  });
  createInterface(child.stdout).on('line', (line) => {
    const { done, of } = JSON.parse(line) as { done: number; of: number };
    onVolume?.(done, of);
  });
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    complaint = (complaint + chunk).slice(-4000);
  });
  const code = await new Promise<number | null>((done, fail) => {
    child.once('error', fail);
    child.once('close', done);
  });
  if (code !== 0) throw explain(complaint.trim(), code);
  return readFile(target);
}

/** The process words its own refusals in both languages; a crash says nothing of the kind. */
function explain(complaint: string, code: number | null): ReviewError {
  const [chinese, english] = complaint.split(' / ');
  if (chinese && english) return new ReviewError(chinese, english);
  const why = complaint.split('\n').at(-1) || `exit ${code}`;
  return new ReviewError(`PDF 排版失败：${why}`, `setting the PDF failed: ${why}`);
}
