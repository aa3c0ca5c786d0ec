import { join } from 'node:path';

/** The repository, seen from `src` and from `dist` alike. */
const REPOSITORY = join(import.meta.dirname, '../../..');

/** What the command takes from its surroundings; the only place of this app that reads `process.env`. */
export interface Environment {
  readonly hubUrl: string | undefined;
  readonly hubToken: string | undefined;
  readonly dataDir: string;
  readonly hubProgram: string;
  readonly fontDirectory: string | null;
  /** Where the command was called: npm changes into the package and keeps this in INIT_CWD. */
  readonly directory: string;
}

export function readEnvironment(env: NodeJS.ProcessEnv = process.env): Environment {
  return {
    hubUrl: env['HUB_URL'] || undefined,
    hubToken: env['HUB_ADMIN_TOKEN'] || undefined,
    dataDir: env['DATA_DIR'] || join(REPOSITORY, '.data'),
    hubProgram: join(REPOSITORY, 'apps/hub/dist/main.js'),
    fontDirectory: env['FONT_DIR'] || null,
    directory: env['INIT_CWD'] || process.cwd(),
  };
}
