/**
 * A key that no other submission has. Not `crypto.randomUUID`: browsers hide that on plain http, which is how
 * some bureaus serve their intranet.
 */
export function createIdempotencyKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
