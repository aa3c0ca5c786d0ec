/** Family names (name IDs 1 and 16) of a TTF, OTF or TTC file, of every face in it, as Unicode. */
export function familyNames(font: Buffer): string[] {
  const offsets =
    font.toString('latin1', 0, 4) === 'ttcf'
      ? Array.from({ length: font.readUInt32BE(8) }, (_, index) =>
          font.readUInt32BE(12 + index * 4),
        )
      : [0];
  return [...new Set(offsets.flatMap((offset) => namesOfFace(font, offset)))];
}

function namesOfFace(font: Buffer, offset: number): string[] {
  const count = font.readUInt16BE(offset + 4);
  for (let index = 0; index < count; index += 1) {
    const entry = offset + 12 + index * 16;
    if (font.toString('latin1', entry, entry + 4) !== 'name') continue;
    return readNames(font, font.readUInt32BE(entry + 8));
  }
  return [];
}

function readNames(font: Buffer, table: number): string[] {
  const count = font.readUInt16BE(table + 2);
  const storage = table + font.readUInt16BE(table + 4);
  const names: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const record = table + 6 + index * 12;
    const platform = font.readUInt16BE(record);
    const nameId = font.readUInt16BE(record + 6);
    // 0 is Unicode and 3 is Windows; both write UTF-16BE.
    if ((platform !== 0 && platform !== 3) || (nameId !== 1 && nameId !== 16)) continue;
    const start = storage + font.readUInt16BE(record + 10);
    const bytes = Buffer.from(font.subarray(start, start + font.readUInt16BE(record + 8)));
    names.push(bytes.swap16().toString('utf16le'));
  }
  return names;
}
