/** What a thread does in the tests. */
export default function work({ name, args: [text] }) {
  if (name === 'endless') for (;;);
  if (name === 'hungry') for (const kept = []; ;) kept.push(new Array(1_000_000).fill(kept.length));
  if (name === 'failing') throw new Error(text);
  return text.length;
}
