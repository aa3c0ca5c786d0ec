let table: ReadonlyMap<string, readonly number[]> | undefined;

/** Encodes as GB18030 for the tests; Node only decodes it, so the two-byte table is turned round. */
export function encodeGb18030(text: string): Buffer {
  table ??= buildTable();
  const bytes: number[] = [];
  for (const sign of text) {
    const known = sign < '\u0080' ? [sign.charCodeAt(0)] : table.get(sign);
    if (!known) throw new Error(`no two-byte GB18030 code for ${sign}`);
    bytes.push(...known);
  }
  return Buffer.from(bytes);
}

function buildTable(): Map<string, readonly number[]> {
  const decoder = new TextDecoder('gb18030');
  const signs = new Map<string, readonly number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail === 0x7f) continue;
      const sign = decoder.decode(Uint8Array.of(lead, trail));
      if ([...sign].length === 1 && sign !== '\ufffd' && !signs.has(sign))
        signs.set(sign, [lead, trail]);
    }
  }
  return signs;
}
