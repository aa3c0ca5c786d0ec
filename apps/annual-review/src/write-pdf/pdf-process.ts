import { readFileSync, writeFileSync } from 'node:fs';
import { compilePdf, type PdfRequest } from './compile-pdf.ts';

/**
 * Runs as a process of its own: Typst blocks its thread and keeps its memory, and Ctrl-C must not wait
 * for either. Arguments: the request as a JSON file, the PDF to write. A line of stdout for each volume.
 */
const [request = '', target = ''] = process.argv.slice(2);
try {
  const pdf = await compilePdf(
    JSON.parse(readFileSync(request, 'utf8')) as PdfRequest,
    (done, of) => {
      process.stdout.write(`${JSON.stringify({ done, of })}\n`);
    },
  );
  writeFileSync(target, pdf);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
