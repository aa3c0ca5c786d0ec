import { StartupError } from '@taizhang/platform';

/** With a time zone, so that it is the same moment wherever a test runs. */
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2})$/;

/**
 * Reads where a test puts the clock of a hub that it starts as a process; null for the machine's own clock.
 * A hub that keeps a real ledger must not be given a wrong time by a variable left over: the test says that it is one.
 *
 * @throws StartupError CONFIGURATION
 */
export function readTestClock(env: NodeJS.ProcessEnv): Date | null {
  const text = env['TAIZHANG_TEST_CLOCK'];
  if (!text) return null;
  if (env['TAIZHANG_TEST'] !== 'true')
    throw new StartupError(
      'CONFIGURATION',
      '环境变量 TAIZHANG_TEST_CLOCK 仅供测试使用，须同时设置 TAIZHANG_TEST=true。',
      'The environment variable TAIZHANG_TEST_CLOCK is for tests alone: it needs TAIZHANG_TEST=true.',
    );
  const moment = MOMENT.test(text) ? new Date(text) : null;
  if (moment && !Number.isNaN(moment.getTime())) return moment;
  throw new StartupError(
    'CONFIGURATION',
    `环境变量 TAIZHANG_TEST_CLOCK=${text} 无效，应为带时区的时刻，如 2026-03-01T00:00:00Z。`,
    `The environment variable TAIZHANG_TEST_CLOCK=${text} cannot be used: give a moment with its zone, such as 2026-03-01T00:00:00Z.`,
  );
}

/** The machine's clock, or one that was put to a moment and runs on from there. */
export function clockFrom(moment: Date | null, real: () => number = Date.now): () => Date {
  const ahead = moment ? moment.getTime() - real() : 0;
  return () => new Date(real() + ahead);
}
