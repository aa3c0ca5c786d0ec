import { HubConnectionError } from '@taizhang/client/node';
import { EXIT, ReviewError } from '../review-error.ts';
import type { Environment } from './environment.ts';
import { HELP } from './help.ts';
import { makeReview } from './make-review.ts';
import { parseCommand } from './parse-command.ts';
import { showProgress } from './show-progress.ts';

export interface Terminal {
  readonly stdout: NodeJS.WritableStream;
  readonly stderr: NodeJS.WritableStream;
}

/** Runs one command line and returns its exit code; whatever goes wrong becomes one line on stderr. */
export async function runCommand(
  args: readonly string[],
  environment: Environment,
  { stdout, stderr }: Terminal,
  signal: AbortSignal,
  pdfProgram: string | null,
): Promise<number> {
  let progress = showProgress(stderr, true);
  try {
    const command = parseCommand(args);
    if (!command) {
      stdout.write(HELP);
      return 0;
    }
    progress = showProgress(stderr, command.quiet);
    const today = todayInChina();
    const paths = await makeReview(command, { environment, progress, signal, today, pdfProgram });
    progress.end();
    for (const path of paths) stdout.write(`${path}\n`);
    return 0;
  } catch (error) {
    progress.end();
    const { line, exitCode } = signal.aborted ? CANCELLED : tell(error);
    stderr.write(`${line}\n`);
    return exitCode;
  }
}

const CANCELLED = {
  line: '已取消，未生成文件 / Cancelled, no file was written',
  exitCode: EXIT.cancelled,
};

function tell(error: unknown): { line: string; exitCode: number } {
  if (error instanceof ReviewError) return { line: error.message, exitCode: error.exitCode };
  if (error instanceof HubConnectionError) return { line: error.message, exitCode: EXIT.failure };
  const why = error instanceof Error ? error.message : String(error);
  return { line: `生成失败：${why} / failed: ${why}`.replace(/\n/g, ' '), exitCode: EXIT.failure };
}

function todayInChina(): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date());
}
