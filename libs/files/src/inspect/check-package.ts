import { bytesOf, type ByteSource } from './byte-source.ts';
import { checkParts } from './check-parts.ts';
import { readZip, unpack, type ZipEntry } from './read-zip.ts';
import { damaged, hasMacros, typeRefused, unpacksTooLarge } from './refusals.ts';

const OPEN_XML = 'application/vnd.openxmlformats-officedocument';

/** The main part of each kind of Office document: where it lies and what the list of contents calls it. */
const OFFICE_KINDS = [
  'wordprocessingml.document',
  'spreadsheetml.sheet',
  'presentationml.presentation',
];

const LARGEST_LIST = 1024 * 1024;
const LARGEST_INNER = 16 * 1024 * 1024;
const MOST_INNER = 50;

const ARCHIVE = /\.(zip|7z|rar|gz|tgz|bz2|xz|zst|tar|jar|iso|cab)$/i;
const OFFICE = /\.(docx|xlsx|pptx|docm|xlsm|pptm|xlsb|ofd)$/i;
const MACROS = /(^|\/)(vbaProject\.bin|vbaData\.xml)$|^xl\/macrosheets\//i;

/**
 * Tells what a zip file is by what lies in it, and looks into the documents embedded in it.
 *
 * @returns its media type.
 * @throws UploadRefused for anything but an Office document or OFD, and for macros, scripts, what leads outside, archives and bombs inside.
 */
export async function checkPackage(bytes: ByteSource, isInner = false): Promise<string> {
  const entries = await readZip(bytes);
  if (entries.some(({ name }) => MACROS.test(name))) throw hasMacros();
  const mediaType = await tellKind(bytes, entries);
  await checkParts(bytes, entries);
  const inner = entries.filter(({ name }) => ARCHIVE.test(name) || OFFICE.test(name));
  if (inner.some(({ name }) => ARCHIVE.test(name)) || inner.length > MOST_INNER)
    throw unpacksTooLarge();
  if (inner.length && isInner) throw unpacksTooLarge();
  for (const entry of inner) await checkInner(bytes, entry);
  return mediaType;
}

/** Looks into a document that another one embeds, such as the table behind a chart. */
async function checkInner(bytes: ByteSource, entry: ZipEntry): Promise<void> {
  const content = await unpack(bytes, entry, LARGEST_INNER);
  if (content.length < 4 || content.readUInt32LE(0) !== 0x04034b50) throw damaged();
  await checkPackage(bytesOf(content), true);
}

async function tellKind(bytes: ByteSource, entries: readonly ZipEntry[]): Promise<string> {
  const find = (name: string) => entries.find((entry) => entry.name === name);
  const ofd = find('OFD.xml');
  if (ofd) {
    const text = (await unpack(bytes, ofd, LARGEST_LIST)).toString('utf8');
    if (!text.includes('http://www.ofdspec.org')) throw damaged();
    return 'application/ofd';
  }
  const list = find('[Content_Types].xml');
  if (!list) throw typeRefused();
  const contents = (await unpack(bytes, list, LARGEST_LIST)).toString('utf8');
  if (/macroEnabled/i.test(contents)) throw hasMacros();
  const kinds = OFFICE_KINDS.filter((kind) => contents.includes(`${OPEN_XML}.${kind}.main+xml`));
  if (kinds.length !== 1) throw typeRefused();
  const folder = { w: 'word/', s: 'xl/', p: 'ppt/' }[kinds[0]![0]!]!;
  if (!find('_rels/.rels') || !entries.some(({ name }) => name.startsWith(folder))) throw damaged();
  return `${OPEN_XML}.${kinds[0]}`;
}
