/** Why a process cannot start or go on: one line in each language, and an exit code other than 0. */
export class StartupError extends Error {
  readonly code: string;
  readonly chinese: string;

  constructor(code: string, chinese: string, english: string) {
    super(`${chinese} / ${english}`);
    this.name = 'StartupError';
    this.code = code;
    this.chinese = chinese;
  }
}
