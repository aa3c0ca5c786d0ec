import { resolve } from 'node:path';
import { connectHub } from '@taizhang/client/node';
import { openHub } from '../read/ask-hub.ts';
import { readAnnualReview } from '../read/read-annual-review.ts';
import { recordExport } from '../read/record-export.ts';
import type { AnnualReview } from '../review/annual-review.type.ts';
import { writeDocx } from '../write-docx/write-docx.ts';
import { writeHtml } from '../write-html/write-html.ts';
import { writeJson } from '../write-json.ts';
import { writePdf } from '../write-pdf/write-pdf.ts';
import { writeXlsx } from '../write-xlsx/write-xlsx.ts';
import type { Environment } from './environment.ts';
import { openOutputFolder, type OutputFolder } from './output-folder.ts';
import type { Command, Format } from './parse-command.ts';
import type { Progress } from './show-progress.ts';

export interface Surroundings {
  readonly environment: Environment;
  readonly progress: Progress;
  readonly signal: AbortSignal;
  /** Today in China, yyyy-mm-dd. */
  readonly today: string;
  /** The program that sets the PDF apart from this process; null sets it here. */
  readonly pdfProgram: string | null;
}

/**
 * Connects, reads, writes: the review of one year in the formats asked for.
 *
 * @returns the paths of the files, all of them or (by a throw) none.
 */
export async function makeReview(command: Command, surroundings: Surroundings): Promise<string[]> {
  const { environment } = surroundings;
  const folder = await openOutputFolder(resolve(environment.directory, command.out));
  try {
    const review = await readFromHub(command, surroundings);
    return await writeFormats(review, command, folder, surroundings);
  } finally {
    await folder.discard();
  }
}

async function readFromHub(
  { year, organizationCode, url, token, formats }: Command,
  { environment, progress, signal, today }: Surroundings,
): Promise<AnnualReview> {
  const { hubUrl, hubToken, dataDir, hubProgram } = environment;
  const hub = await connectHub({
    url: url ?? hubUrl,
    token: token ?? hubToken,
    dataDir,
    hubProgram,
    signal,
    onStart: () => progress.stage('启动枢纽 / Starting the hub'),
  });
  try {
    progress.stage('读取台账 / Reading the ledger');
    const ask = openHub(hub, signal);
    const review = await readAnnualReview(ask, { year, organizationCode, today }, progress.advance);
    await recordExport(ask, review, formats);
    return review;
  } finally {
    await hub.close();
  }
}

async function writeFormats(
  review: AnnualReview,
  command: Command,
  folder: OutputFolder,
  surroundings: Surroundings,
): Promise<string[]> {
  const { progress, signal } = surroundings;
  for (const format of command.formats) {
    signal.throwIfAborted();
    progress.stage(`生成 ${format.toUpperCase()} / Writing ${format.toUpperCase()}`);
    const content = await writeFormat(format, review, surroundings);
    signal.throwIfAborted();
    await folder.add(fileName(review, format), content);
    progress.advance(1, 1);
  }
  signal.throwIfAborted();
  return folder.commit();
}

function writeFormat(
  format: Format,
  review: AnnualReview,
  { environment, pdfProgram, progress, signal }: Surroundings,
): Promise<Buffer> | Buffer {
  switch (format) {
    case 'docx':
      return writeDocx(review);
    case 'xlsx':
      return writeXlsx(review);
    case 'html':
      return writeHtml(review);
    case 'json':
      return writeJson(review);
    case 'pdf': {
      const { fontDirectory } = environment;
      return writePdf(review, {
        fontDirectory,
        program: pdfProgram,
        signal,
        onVolume: progress.advance,
      });
    }
  }
}

/** ASCII only, so that the name survives any mail system: annual-review-2025-MH-WL.docx. */
function fileName(review: AnnualReview, format: Format): string {
  const code = review.organization?.code.replace(/[^\w-]+/g, '_');
  return `${['annual-review', review.year, code].filter(Boolean).join('-')}.${format}`;
}
