import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { findCircle } from './find-circle.ts';

const root = join(import.meta.dirname, '../..');
const LEFT_OUT = /(^|\/)(node_modules|dist|generated)(\/|$)/;

interface Import {
  from: string;
  to: string;
  /** Gone at run time: it makes no circle of files, but it does one of projects. */
  isType: boolean;
}

const projects = ['apps', 'libs'].flatMap((folder) =>
  readdirSync(join(root, folder))
    .map((name) => `${folder}/${name}`)
    .filter((project) => existsSync(join(root, project, 'package.json'))),
);

const filesOf = (project: string): string[] =>
  readdirSync(join(root, project, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !LEFT_OUT.test(name))
    .map((name) => join(project, 'src', name));

/** Where each named door of each project leads. */
const doors = new Map(
  projects.flatMap((project) => {
    const { name, exports = {} } = JSON.parse(
      readFileSync(join(root, project, 'package.json'), 'utf8'),
    ) as { name: string; exports?: Record<string, string> };
    return Object.entries(exports).map(([door, file]) => [join(name, door), join(project, file)]);
  }),
);

/** The imports of a file that lead to files of this house. */
function importsOf(file: string): Import[] {
  const source = ts.createSourceFile(
    file,
    readFileSync(join(root, file), 'utf8'),
    ts.ScriptTarget.Latest,
  );
  const found: Import[] = [];
  const add = (specifier: ts.Node | undefined, isType: boolean) => {
    if (!specifier || !ts.isStringLiteral(specifier)) return;
    const to = specifier.text.startsWith('.')
      ? join(dirname(file), specifier.text)
      : doors.get(specifier.text);
    if (to && /\.tsx?$/.test(to)) found.push({ from: file, to, isType });
  };
  const visit = (node: ts.Node): void => {
    // `import { type A }` still loads the file; only `import type` is gone.
    if (ts.isImportDeclaration(node))
      add(node.moduleSpecifier, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword);
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(node.arguments[0], false);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const imports = projects.flatMap(filesOf).flatMap(importsOf);
const projectOf = (file: string) => file.split('/').slice(0, 2).join('/');

/** Who leads where, as a graph. */
function graphOf(edges: readonly (readonly [string, string])[]): Map<string, Set<string>> {
  const graph = new Map<string, Set<string>>();
  for (const [from, to] of edges) graph.set(from, (graph.get(from) ?? new Set()).add(to));
  return graph;
}

describe('nothing goes round in circles', () => {
  test('the walk sees the house: files of every project, and imports between them', () => {
    for (const project of projects)
      expect(imports.some(({ from }) => projectOf(from) === project)).toBe(true);
    expect(
      imports.filter(({ from, to }) => projectOf(from) !== projectOf(to)).length,
    ).toBeGreaterThan(100);
    expect(imports.filter(({ to }) => !existsSync(join(root, to))).map(({ to }) => to)).toEqual([]);
  });

  test('a circle is found wherever it is', () => {
    expect(
      findCircle(
        graphOf([
          ['a', 'b'],
          ['b', 'c'],
          ['c', 'd'],
          ['d', 'b'],
        ]),
      ),
    ).toEqual(['b', 'c', 'd', 'b']);
    expect(
      findCircle(
        graphOf([
          ['a', 'b'],
          ['a', 'c'],
          ['b', 'd'],
          ['c', 'd'],
        ]),
      ),
    ).toBeNull();
  });

  test('between files, inside a project or across, as far as they run', () => {
    const edges = imports
      .filter(({ isType }) => !isType)
      .map(({ from, to }) => [from, to] as const);
    expect(findCircle(graphOf(edges))).toBeNull();
  });

  test('between projects, types too', () => {
    const edges = imports
      .map(({ from, to }) => [projectOf(from), projectOf(to)] as const)
      .filter(([from, to]) => from !== to);
    expect(findCircle(graphOf(edges))).toBeNull();
  });
});
