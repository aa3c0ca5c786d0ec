import { bilingual, type BilingualText } from './bilingual.ts';
import { requiredLine } from './fields.ts';

/** A kind of file that the hub keeps: what its content says, and the endings that its name may have. */
interface FileType {
  mediaType: string;
  endings: readonly string[];
  chinese: string;
  english: string;
}

const OPEN_XML = 'application/vnd.openxmlformats-officedocument';

/** Every kind of file that is kept; whatever is not listed is refused. */
const FILE_TYPES: readonly FileType[] = [
  { mediaType: 'application/pdf', endings: ['pdf'], chinese: 'PDF', english: 'PDF' },
  { mediaType: 'application/ofd', endings: ['ofd'], chinese: 'OFD', english: 'OFD' },
  {
    mediaType: `${OPEN_XML}.wordprocessingml.document`,
    endings: ['docx'],
    chinese: 'Word 文档',
    english: 'Word document',
  },
  {
    mediaType: `${OPEN_XML}.spreadsheetml.sheet`,
    endings: ['xlsx'],
    chinese: 'Excel 表格',
    english: 'Excel sheet',
  },
  {
    mediaType: `${OPEN_XML}.presentationml.presentation`,
    endings: ['pptx'],
    chinese: 'PowerPoint 演示',
    english: 'PowerPoint presentation',
  },
  {
    mediaType: 'application/msword',
    endings: ['doc', 'wps'],
    chinese: '旧版 Word 或 WPS 文字',
    english: 'older Word or WPS text',
  },
  {
    mediaType: 'application/vnd.ms-excel',
    endings: ['xls', 'et'],
    chinese: '旧版 Excel 或 WPS 表格',
    english: 'older Excel or WPS sheet',
  },
  {
    mediaType: 'application/vnd.ms-powerpoint',
    endings: ['ppt', 'dps'],
    chinese: '旧版 PowerPoint 或 WPS 演示',
    english: 'older PowerPoint or WPS presentation',
  },
  {
    mediaType: 'image/jpeg',
    endings: ['jpg', 'jpeg'],
    chinese: 'JPEG 图片',
    english: 'JPEG picture',
  },
  { mediaType: 'image/png', endings: ['png'], chinese: 'PNG 图片', english: 'PNG picture' },
  { mediaType: 'image/webp', endings: ['webp'], chinese: 'WebP 图片', english: 'WebP picture' },
  {
    mediaType: 'image/heic',
    endings: ['heic', 'heif'],
    chinese: 'HEIC 图片',
    english: 'HEIC picture',
  },
  {
    mediaType: 'text/plain',
    endings: ['txt', 'csv'],
    chinese: '纯文本或 CSV',
    english: 'plain text or CSV',
  },
];

/** The endings of all kinds of file that are kept. */
export const FILE_ENDINGS = FILE_TYPES.flatMap(({ endings }) => endings);

/** The ending of a file's name without its dot, in small letters; empty when there is none. */
export const endingOf = (fileName: string): string =>
  /\.([^.\s/\\]{1,10})$/.exec(fileName)?.[1]?.toLowerCase() ?? '';

/** Why a file of this content cannot have this name; null when they agree. */
export function refuseFileName(fileName: string, mediaType: string): BilingualText | null {
  const [bare] = mediaType.split(';');
  const type = FILE_TYPES.find((one) => one.mediaType === bare);
  const ending = endingOf(fileName);
  if (type?.endings.includes(ending)) return null;
  const right = type?.endings.map((one) => `.${one}`) ?? [];
  return bilingual(
    `文件内容是${type?.chinese ?? '不接受的类型'}，与扩展名“${ending && `.${ending}`}”不符${right.length ? `，应为 ${right.join('、')}` : ''}`,
    `The content is ${type?.english ?? 'of a type not accepted'}, which does not agree with the ending “${ending && `.${ending}`}”${right.length ? `: name it ${right.join(' or ')}` : ''}`,
  );
}

const LONGEST_NAME = 200;

/** Signs that turn the direction of text or show nothing: they make `exe` look like `pdf`. */
const DECEIVING = /\p{Cc}|\p{Cf}|\p{Cs}|\p{Co}/gu;

/** A name to show and download by: the last part of a path, without signs that file systems or eyes mistake. */
export function safeFileName(given: string): string {
  const last = given.split(/[/\\]/).at(-1) ?? '';
  const clean = last
    .replace(DECEIVING, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  if (clean.length <= LONGEST_NAME) return clean;
  const ending = endingOf(clean);
  const tail = ending && `.${ending}`;
  return clean.slice(0, LONGEST_NAME - tail.length).toWellFormed() + tail;
}

/** A file's name as it may be kept; one of which nothing is left is no name. */
export const fileName = requiredLine(1_000)
  .transform(safeFileName)
  .refine((name) => name !== '', bilingual('请填写文件名', 'Give the file a name'));
