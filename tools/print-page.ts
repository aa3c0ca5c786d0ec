import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import prettier from 'prettier';

/** A table in Markdown. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [head, head.map(() => '-'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

/** Writes a page of docs/ that is made from the rules, or, asked to `check`, fails when it differs. */
export async function printPage(name: string, script: string, page: string): Promise<void> {
  const file = join(import.meta.dirname, '../docs', name);
  const printed = await prettier.format(page, {
    ...(await prettier.resolveConfig(file)),
    parser: 'markdown',
  });
  if (process.argv[2] !== 'check') await writeFile(file, printed);
  else if ((await readFile(file, 'utf8').catch(() => '')) !== printed) {
    console.error(
      `docs/${name} is not what the rules say: run \`npm run ${script}\` and review the difference`,
    );
    process.exitCode = 1;
  }
}
