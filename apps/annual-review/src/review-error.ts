export const EXIT = { failure: 1, usage: 2, nothing: 3, cancelled: 130 } as const;

/** Why a review cannot be made: one line in each language and the exit code it ends with. */
export class ReviewError extends Error {
  readonly exitCode: number;

  constructor(
    chinese: string,
    english: string,
    options: { readonly exitCode?: number; readonly cause?: unknown } = {},
  ) {
    super(`${chinese} / ${english}`, { cause: options.cause });
    this.name = 'ReviewError';
    this.exitCode = options.exitCode ?? EXIT.failure;
  }
}
