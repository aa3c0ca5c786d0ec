/** A run of elements that both sides have, or that only one has. */
export interface Run {
  kind: 'SAME' | 'DELETED' | 'INSERTED';
  /** Half-open, in the sequence that has it: the first for SAME and DELETED, the second for INSERTED. */
  start: number;
  end: number;
}

/**
 * The fewest deletions and insertions that turn one sequence into another (Myers 1986).
 *
 * The work is bounded: beyond `limit` edits the part between the common ends counts as replaced.
 */
export function findRuns<T>(before: readonly T[], after: readonly T[], limit: number): Run[] {
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head += 1;
  let tail = 0;
  const shorter = Math.min(before.length, after.length) - head;
  while (tail < shorter && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  const a = before.slice(head, before.length - tail);
  const b = after.slice(head, after.length - tail);
  const middle = traceBack(a, b, furthestReaches(a, b, limit), limit);
  return joinRuns([
    { kind: 'SAME', start: 0, end: head },
    ...middle.map(({ kind, start, end }) => ({ kind, start: start + head, end: end + head })),
    { kind: 'SAME', start: before.length - tail, end: before.length },
  ]);
}

/** For each number of edits how far each diagonal gets; null beyond the limit. */
function furthestReaches<T>(a: readonly T[], b: readonly T[], limit: number): Int32Array[] | null {
  const most = Math.min(limit, a.length + b.length);
  const reach = new Int32Array(2 * most + 3);
  const trace: Int32Array[] = [];
  for (let edits = 0; edits <= most; edits += 1) {
    // What an earlier round reached on its own diagonals is all that tracing back reads.
    trace.push(reach.slice(most + 1 - edits - 1, most + 1 + edits + 2));
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const at = diagonal + most + 1;
      const goesDown =
        diagonal === -edits || (diagonal !== edits && reach[at - 1]! < reach[at + 1]!);
      let x = goesDown ? reach[at + 1]! : reach[at - 1]! + 1;
      while (x < a.length && x - diagonal < b.length && a[x] === b[x - diagonal]) x += 1;
      reach[at] = x;
      if (x >= a.length && x - diagonal >= b.length) return trace;
    }
  }
  return null;
}

function traceBack<T>(
  a: readonly T[],
  b: readonly T[],
  trace: Int32Array[] | null,
  limit: number,
): Run[] {
  if (!trace || limit < 1)
    return [
      { kind: 'DELETED', start: 0, end: a.length },
      { kind: 'INSERTED', start: 0, end: b.length },
    ];
  const runs: Run[] = [];
  let [x, y] = [a.length, b.length];
  for (let edits = trace.length - 1; edits >= 0; edits -= 1) {
    const reach = trace[edits]!;
    const middle = edits + 1;
    const diagonal = x - y;
    const goesDown =
      diagonal === -edits ||
      (diagonal !== edits && reach[middle + diagonal - 1]! < reach[middle + diagonal + 1]!);
    const from = edits === 0 ? 0 : goesDown ? diagonal + 1 : diagonal - 1;
    const fromX = edits === 0 ? 0 : reach[middle + from]!;
    const fromY = fromX - from;
    const startX = edits === 0 ? 0 : goesDown ? fromX : fromX + 1;
    if (x > startX) runs.push({ kind: 'SAME', start: startX, end: x });
    if (edits > 0)
      runs.push(
        goesDown
          ? { kind: 'INSERTED', start: fromY, end: fromY + 1 }
          : { kind: 'DELETED', start: fromX, end: fromX + 1 },
      );
    [x, y] = [fromX, fromY];
  }
  return runs.reverse();
}

/** Joins what belongs together, deletions before insertions, so that a replacement reads as one. */
function joinRuns(runs: readonly Run[]): Run[] {
  const joined: Run[] = [];
  let block: Run[] = [];
  const flush = () => {
    for (const kind of ['DELETED', 'INSERTED'] as const) {
      const own = block.filter((run) => run.kind === kind);
      if (own.length) joined.push({ kind, start: own[0]!.start, end: own.at(-1)!.end });
    }
    block = [];
  };
  for (const run of runs) {
    if (run.start === run.end) continue;
    if (run.kind !== 'SAME') {
      block.push(run);
      continue;
    }
    flush();
    const last = joined.at(-1);
    if (last?.kind === 'SAME' && last.end === run.start) last.end = run.end;
    else joined.push({ ...run });
  }
  flush();
  return joined;
}
