/** Nothing that looks or sounds like something else: it is read out or copied from paper. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A password to begin with: four groups of four, about 79 bits. */
export function randomPassword(): string {
  const letters: string[] = [];
  while (letters.length < 16)
    for (const byte of crypto.getRandomValues(new Uint8Array(32)))
      // What would make some letters likelier than others is thrown away.
      if (byte < LETTERS.length * 8 && letters.length < 16)
        letters.push(LETTERS[byte % LETTERS.length]!);
  return letters.join('').replace(/(.{4})(?=.)/g, '$1-');
}
