import { NodeType, parse, type HTMLElement, type Node, type TextNode } from 'node-html-parser';

import { labelCells } from './label-table-cells.ts';
import { findFurniture } from './page-furniture.ts';

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

/** The text of a page: scripts, styles and navigation left out, blocks on lines, cells behind tabs. */
export function readHtml(html: string): string {
  const parts: string[] = [];
  const root = parse(html, { comment: false });
  const furniture = findFurniture(root);
  const labels = labelHtmlCells(root);
  const pending: (Node | string)[] = [root];
  // A stack of its own: a hostile page nests deeper than functions may call each other.
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (typeof node === 'string') {
      parts.push(node);
      continue;
    }
    if (node.nodeType === NodeType.TEXT_NODE) {
      parts.push((node as TextNode).text.replace(/[ \t\r\n]+/g, ' '));
      continue;
    }
    if (node.nodeType !== NodeType.ELEMENT_NODE) continue;
    const element = node as HTMLElement;
    const tag = (element.rawTagName ?? '').toLowerCase();
    if (NOISE.has(tag) || isHidden(element) || furniture.has(element)) continue;
    const separator = BLOCKS.has(tag) ? '\n' : CELLS.has(tag) ? '\t' : '';
    pending.push(separator);
    for (let index = element.childNodes.length - 1; index >= 0; index -= 1) {
      const child = element.childNodes[index];
      if (child) pending.push(child);
    }
    pending.push(labels.get(element) ?? '');
    if (separator === '\n') pending.push(separator);
  }
  return tidy(parts.join(''));
}

/** For each cell of a table of problems the heading of its column. */
function labelHtmlCells(root: HTMLElement): ReadonlyMap<Node, string> {
  const labels = new Map<Node, string>();
  for (const table of root.querySelectorAll('table')) {
    if (table.querySelector('table')) continue;
    const rows = table.querySelectorAll('tr').map((row) => row.querySelectorAll('td, th'));
    const header = (rows[0] ?? []).map((cell) => cell.text);
    for (const cells of rows.slice(1)) {
      const texts = cells.map((cell) => cell.text);
      labelCells(header, texts).forEach((label, index) => {
        const cell = cells[index];
        if (cell && label) labels.set(cell, label);
      });
    }
  }
  return labels;
}

function isHidden(element: HTMLElement): boolean {
  const attributes = element.rawAttrs ?? '';
  return /display\s{0,3}:\s{0,3}none|role=["']?navigation|\shidden(?:\s|$)/i.test(` ${attributes}`);
}

function tidy(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replace(/^[ \t\u00a0]+|[ \t\u00a0]+$/g, ''))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
