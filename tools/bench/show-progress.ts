let isOpen = false;

/** Shows what goes on, on standard error; `replace` keeps counting on one line of a terminal. */
export function say(line: string, { replace = false } = {}): void {
  if (!process.stderr.isTTY) {
    if (!replace) process.stderr.write(`  ${line}\n`);
    return;
  }
  process.stderr.write(`${isOpen ? '\r\u001b[K' : ''}  ${line}${replace ? '' : '\n'}`);
  isOpen = replace;
}
