/** The hub's own limit unless UPLOAD_LIMIT_MB says otherwise; checked here first so that nobody waits for an upload that is refused. */
export const MAX_FILE_BYTES = 50 * 1024 * 1024;

const REFUSED_ENDINGS = /\.(exe|msi|bat|cmd|ps1|sh|js|mjs|html?|svg|jar|apk|dll|vbs|scr|com)$/i;

export interface FileRefusal {
  kind: 'tooLarge' | 'typeRefused' | 'empty';
  limit: number;
}

/** Why a file cannot be evidence, as far as the browser can tell; the hub looks at its bytes again. */
export function checkFile(file: { name: string; size: number }): FileRefusal | null {
  if (file.size === 0) return { kind: 'empty', limit: MAX_FILE_BYTES };
  if (file.size > MAX_FILE_BYTES) return { kind: 'tooLarge', limit: MAX_FILE_BYTES };
  if (REFUSED_ENDINGS.test(file.name)) return { kind: 'typeRefused', limit: MAX_FILE_BYTES };
  return null;
}
