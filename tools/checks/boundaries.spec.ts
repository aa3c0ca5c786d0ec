import { join } from 'node:path';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

// The arrows are read from the imports alone. With types, every library and app
// would be opened as a program of its own, and the heap ends before the list does.
const eslint = new ESLint({ cwd: root, overrideConfig: tseslint.configs.disableTypeChecked });

/** The first file opens the project graph. */
const SLOW_MS = 120_000;

/** What the linter says of an import, if it stood in the given file. */
async function judge(file: string, specifier: string): Promise<string[]> {
  const code = `import * as other from '${specifier}';\n\nexport const used = other;\n`;
  const [result] = await eslint.lintText(code, { filePath: join(root, file) });
  return (result?.messages ?? []).map(({ ruleId }) => ruleId ?? 'parse error');
}

describe('the linter holds the arrows of the house', () => {
  test.each([
    [
      'the platform knows no domain',
      'libs/platform/src/caller.ts',
      '@taizhang/rectification/rules',
      '@nx/enforce-module-boundaries',
    ],
    [
      'access knows no other domain',
      'libs/access/src/sessions.ts',
      '@taizhang/documents/rules',
      '@nx/enforce-module-boundaries',
    ],
    [
      'a domain does not enter another by its main door',
      'libs/documents/src/visible-documents.ts',
      '@taizhang/rectification',
      'no-restricted-imports',
    ],
    [
      'a domain knows nothing of how files are kept',
      'libs/rectification/src/visible-items.ts',
      '@taizhang/files',
      'no-restricted-imports',
    ],
    [
      'files enter a domain by its named doors only',
      'libs/files/src/send-file.ts',
      '@taizhang/rectification',
      'no-restricted-imports',
    ],
    [
      'a command line does not touch the database',
      'apps/annual-review/src/main.ts',
      '@taizhang/platform',
      '@nx/enforce-module-boundaries',
    ],
    [
      'a web app takes only the rules of a domain',
      'apps/admin/src/main.tsx',
      '@taizhang/rectification',
      'no-restricted-imports',
    ],
    [
      'the ui library knows no domain',
      'libs/ui/src/index.ts',
      '@taizhang/trainings/rules',
      '@nx/enforce-module-boundaries',
    ],
    [
      'the demonstration runs no commands of a domain',
      'libs/demo/src/load-demo-ledger.ts',
      '@taizhang/rectification',
      'no-restricted-imports',
    ],
    [
      'a domain writes no past',
      'libs/rectification/src/index.ts',
      '@taizhang/platform/past',
      'no-restricted-imports',
    ],
    [
      'the hub loads nothing in bulk',
      'apps/hub/src/start-hub.ts',
      '@taizhang/platform/bulk',
      'no-restricted-imports',
    ],
    [
      'no domain knows the demonstration',
      'libs/reporting/src/index.ts',
      '@taizhang/demo',
      '@nx/enforce-module-boundaries',
    ],
    [
      'no library reaches into an app',
      'libs/client/src/index.ts',
      '../../../apps/hub/src/configuration.ts',
      '@nx/enforce-module-boundaries',
    ],
  ])(
    '%s',
    async (_title, file, specifier, rule) => {
      expect(await judge(file, specifier)).toContain(rule);
    },
    SLOW_MS,
  );

  test.each([
    [
      'a domain uses the rules of another',
      'libs/documents/src/visible-documents.ts',
      '@taizhang/rectification/visibility',
    ],
    [
      'a web app validates by the server’s rules',
      'apps/admin/src/main.tsx',
      '@taizhang/rectification/rules',
    ],
    [
      'files are sent to whom the domain shows them',
      'libs/files/src/send-file.ts',
      '@taizhang/rectification/visibility',
    ],
    ['the hub composes domains', 'apps/hub/src/graphql/schema.ts', '@taizhang/documents'],
    ['the hub loads the demonstration', 'apps/hub/src/start-hub.ts', '@taizhang/demo'],
    [
      'the demonstration writes its past',
      'libs/demo/src/load-demo-ledger.ts',
      '@taizhang/platform/past',
    ],
    [
      'the benchmark loads in bulk',
      'tools/bench/database/prepare-database.ts',
      '@taizhang/platform/bulk',
    ],
    [
      'the demonstration uses the rules of a domain',
      'libs/demo/src/load-demo-ledger.ts',
      '@taizhang/rectification/rules',
    ],
  ])(
    '%s',
    async (_title, file, specifier) => {
      expect(await judge(file, specifier)).toEqual([]);
    },
    SLOW_MS,
  );
});
