/** What a full disk or a used-up quota is called by the system, by Emscripten and by PostgreSQL. */
const FULL_CODES: ReadonlySet<unknown> = new Set(['ENOSPC', 'EDQUOT', '53100']);
const FULL_ERRNOS: ReadonlySet<unknown> = new Set([51, 19]);
const FULL_WORDS = /No space left on device|Disk quota exceeded|`53100`/;

/** Whether an error, or what caused it, says that no room is left on the disk. */
export function isDiskFull(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { code, errno, name, message, cause } = error as Partial<NodeJS.ErrnoException> & {
    cause?: unknown;
  };
  return (
    FULL_CODES.has(code) ||
    // The embedded database's file system numbers its errors as WASI does.
    (name === 'ErrnoError' && FULL_ERRNOS.has(errno)) ||
    FULL_WORDS.test(String(message ?? '')) ||
    isDiskFull(cause)
  );
}
