import { StartupError } from '../errors/startup-error.ts';

/** A whole number from the environment. @throws StartupError CONFIGURATION naming the variable. */
export function wholeNumber(
  env: NodeJS.ProcessEnv,
  name: string,
  otherwise: number,
  { least = 0, most }: { least?: number; most: number },
): number {
  const text = env[name];
  if (!text) return otherwise;
  const value = Number(text);
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw new StartupError(
    'CONFIGURATION',
    `环境变量 ${name}=${text} 无效，应为 ${least}–${most} 的整数。`,
    `The environment variable ${name}=${text} cannot be used: give a whole number from ${least} to ${most}.`,
  );
}
