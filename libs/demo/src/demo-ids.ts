import { createHash } from 'node:crypto';

/**
 * The id of a demo record: always the same for the same key, so that links in the documentation
 * and on a visitor's desk outlive a reset of the demonstration. Shaped as a version 5 UUID.
 */
export function demoId(kind: string, key: string): string {
  const hex = createHash('sha256').update(`taizhang demo/${kind}/${key}`).digest('hex');
  const variant = ((parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `5${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
