/** A circle in a graph, from where it is entered back to there; null when there is none. */
export function findCircle(graph: ReadonlyMap<string, ReadonlySet<string>>): string[] | null {
  const done = new Set<string>();
  const path: string[] = [];

  function walk(node: string): string[] | null {
    const entered = path.indexOf(node);
    if (entered >= 0) return [...path.slice(entered), node];
    if (done.has(node)) return null;
    path.push(node);
    for (const next of graph.get(node) ?? []) {
      const circle = walk(next);
      if (circle) return circle;
    }
    path.pop();
    done.add(node);
    return null;
  }

  for (const node of graph.keys()) {
    const circle = walk(node);
    if (circle) return circle;
  }
  return null;
}
