import { StartupError } from '../errors/startup-error.ts';

/** Why a start ends whose settings make no sense; values may be secrets and are not repeated. */
export const unusableSetting = (name: string, chinese: string, english: string) =>
  new StartupError(
    'CONFIGURATION',
    `环境变量 ${name} 无效，应为${chinese}。`,
    `The environment variable ${name} cannot be used: give ${english}.`,
  );
