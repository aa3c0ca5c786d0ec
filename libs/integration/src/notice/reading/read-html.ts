import { DomHandler, isTag, isText, type AnyNode, type Document, type Element } from 'domhandler';
import { Parser } from 'htmlparser2';

import { NoticeUnreadable } from './notice-unreadable.ts';
import { findFurniture } from './page-furniture.ts';
import { writeTable, type TableCell } from './write-table.ts';

const NOISE = new Set(
  'script style noscript template head nav footer aside form button select iframe svg canvas object video audio'.split(
    ' ',
  ),
);
const BLOCKS = new Set(
  'p div br li ul ol tr table tbody thead h1 h2 h3 h4 h5 h6 section article main header blockquote pre hr dl dt dd figure figcaption address center'.split(
    ' ',
  ),
);
const CELLS = new Set(['td', 'th']);
/** Pages nest tens of elements deep; each tag costs a look at those that are open. */
const DEEPEST = 2_000;

/** True for a page or a fragment of one, not for a text in which a <b> was left behind. */
export function looksLikeHtml(text: string): boolean {
  const opening = text
    .slice(0, 2000)
    .replace(/^\ufeff/, '')
    .trimStart();
  if (
    /^<(?:!doctype html|html|head|body|\?xml[^>]{0,100}\?>\s{0,20}<(?:!doctype html|html))/i.test(
      opening,
    )
  )
    return true;
  const blocks = text.slice(0, 100_000).match(/<\/(?:p|div|tr|li|h[1-6])>/gi);
  return /^</.test(opening) ? (blocks?.length ?? 0) >= 1 : (blocks?.length ?? 0) >= 5;
}

/**
 * The text of a page: scripts, styles and navigation left out, blocks on lines, tables of problems written out,
 * cells of other tables behind tabs. Linear in the length of the page.
 */
export function readHtml(html: string): string {
  const root = parseHtml(html);
  const furniture = findFurniture(root);
  return tidy(textOf(root, (element) => furniture.has(element)));
}

function textOf(root: AnyNode, isLeftOut: (element: Element) => boolean): string {
  const parts: string[] = [];
  const pending: (AnyNode | string)[] = [root];
  // A stack of its own: a hostile page nests deeper than functions may call each other.
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (typeof node === 'string') {
      parts.push(node);
      continue;
    }
    if (isText(node)) {
      parts.push(node.data.replace(/[ \t\r\n]+/g, ' '));
      continue;
    }
    if (!isTag(node) && !('children' in node)) continue;
    if (isTag(node)) {
      if (NOISE.has(node.name) || isHidden(node) || isLeftOut(node)) continue;
      const lines = node.name === 'table' ? writeHtmlTable(node, isLeftOut) : null;
      if (lines) {
        parts.push(`\n${lines.join('\n')}\n\n`);
        continue;
      }
    }
    const tag = isTag(node) ? node.name : '';
    const separator = BLOCKS.has(tag) ? '\n' : CELLS.has(tag) ? '\t' : '';
    pending.push(separator);
    for (let index = node.children.length - 1; index >= 0; index -= 1) {
      const child = node.children[index];
      if (child) pending.push(child);
    }
    if (separator === '\n') pending.push(separator);
  }
  return parts.join('');
}

/** A table that holds no other: what a row is must be certain. */
function writeHtmlTable(table: Element, isLeftOut: (element: Element) => boolean): string[] | null {
  const rows: TableCell[][] = [];
  const pending: AnyNode[] = [...table.children].reverse();
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (!isTag(node)) continue;
    if (node.name === 'table') return null;
    if (node.name === 'tr') rows.push([]);
    if (CELLS.has(node.name)) {
      if (node.children.some(holdsTable)) return null;
      rows.at(-1)?.push(toCell(node, isLeftOut));
      continue;
    }
    pending.push(...[...node.children].reverse());
  }
  return writeTable(rows);
}

function holdsTable(node: AnyNode): boolean {
  const pending: AnyNode[] = [node];
  for (let one = pending.pop(); one !== undefined; one = pending.pop()) {
    if (!isTag(one)) continue;
    if (one.name === 'table') return true;
    for (const child of one.children) pending.push(child);
  }
  return false;
}

function toCell(cell: Element, isLeftOut: (element: Element) => boolean): TableCell {
  const span = (name: string): number => {
    const written = Number.parseInt(cell.attribs[name] ?? '', 10);
    return Number.isFinite(written) ? Math.min(Math.max(written, 1), 1000) : 1;
  };
  const inside = cell.children.map((child) => textOf(child, isLeftOut)).join('');
  return {
    text: tidy(inside).replace(/\n+/g, '\n'),
    rows: span('rowspan'),
    columns: span('colspan'),
  };
}

class BoundedHandler extends DomHandler {
  override onopentag(name: string, attributes: Record<string, string>): void {
    if (this.tagStack.length > DEEPEST) throw new NoticeUnreadable('TOO_MUCH_INSIDE');
    super.onopentag(name, attributes);
  }
}

function parseHtml(html: string): Document {
  const handler = new BoundedHandler();
  const parser = new Parser(handler, { decodeEntities: true });
  parser.end(html);
  return handler.root;
}

function isHidden({ attribs }: Element): boolean {
  return (
    /display\s{0,3}:\s{0,3}none/i.test(attribs['style'] ?? '') ||
    attribs['role'] === 'navigation' ||
    attribs['hidden'] !== undefined
  );
}

function tidy(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replace(/^[ \t\u00a0]+|[ \t\u00a0]+$/g, ''))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
