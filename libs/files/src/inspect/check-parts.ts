import type { ByteSource } from './byte-source.ts';
import { unpack, unpackHead, type ZipEntry } from './read-zip.ts';
import { damaged, hasEntities, hasScripts, leadsOutside, unpacksTooLarge } from './refusals.ts';

/** Parts that run something when a document is opened, or that Office shows as a page of their own. */
const SCRIPTED =
  /(^|\/)(activeX|customUI)\/|\.(html?|xhtml|mht|mhtml|hta|js|jse|vbs|vbe|wsf|ps1|bat|cmd|com|exe|dll|scr|msi|lnk)$/i;
const XML = /\.(xml|rels)$/i;
const RELATIONS = /\.rels$/i;
const LARGEST_RELATIONS = 1024 * 1024;
const MOST_RELATIONS = 2_000;
/** What stands before a part's root is looked for in so many packed bytes. */
const HEAD_BYTES = 2_048;

/**
 * Looks at the parts of a package: none runs anything, none declares entities, and none fetches anything from elsewhere when
 * it is opened. Links that somebody has to click are fine.
 *
 * @throws UploadRefused
 */
export async function checkParts(bytes: ByteSource, entries: readonly ZipEntry[]): Promise<void> {
  if (entries.some(({ name }) => SCRIPTED.test(name))) throw hasScripts();
  const relations = entries.filter(({ name }) => RELATIONS.test(name));
  if (relations.length > MOST_RELATIONS) throw unpacksTooLarge();
  for (const entry of entries)
    if (XML.test(entry.name)) checkProlog(await unpackHead(bytes, entry, HEAD_BYTES));
  for (const entry of relations)
    checkRelations(decode(await unpack(bytes, entry, LARGEST_RELATIONS)));
}

/** A part's text. Only what XML readers must know is read: in other encodings a declaration could hide. */
function decode(content: Buffer): string {
  const [first, second] = content;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(content);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(content);
  const text = new TextDecoder('utf-8').decode(content);
  const encoding = /^<\?xml[^>]*?encoding\s*=\s*["']([^"']*)["']/.exec(text)?.[1];
  if (text.includes('\0') || (encoding && !/^(utf-8|us-ascii)$/i.test(encoding))) throw damaged();
  return text;
}

/** What may stand before the root: the declaration, instructions and comments, and no document type. */
function checkProlog(head: Buffer) {
  if (!head.length) throw damaged();
  const rest = decode(head).replace(/^(?:\s+|<\?[^]*?\?>|<!--[^]*?-->)+/, '');
  if (/^<!DOCTYPE/i.test(rest)) throw hasEntities();
  if (!/^<[\p{L}_]/u.test(rest)) throw damaged();
}

/** Refuses a relation to something elsewhere that is fetched without asking: templates, pictures, frames, objects. */
function checkRelations(text: string) {
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) throw hasEntities();
  for (const [tag] of text.matchAll(/<(?:\w+:)?Relationship\b[^>]*>/g)) {
    const plain = tag.replaceAll(/&#(x[0-9a-f]+|\d+);/gi, (_whole, code: string) =>
      String.fromCodePoint(
        Math.min(0x10ffff, code.startsWith('x') ? parseInt(code.slice(1), 16) : Number(code)),
      ),
    );
    const isExternal = /TargetMode\s*=\s*["']\s*External\s*["']/i.test(plain);
    const isLink = /\bType\s*=\s*["'][^"']*\/hyperlink["']/i.test(plain);
    if (isExternal && !isLink) throw leadsOutside();
  }
}
