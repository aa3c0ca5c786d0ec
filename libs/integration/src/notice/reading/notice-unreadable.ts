/** Why a file cannot be read, and what the person who has it can do about it. */
const MESSAGES = {
  NOT_FOUND: '找不到文件，请检查路径 / The file does not exist; check the path',
  NOT_A_FILE: '这不是普通文件，请给出文件而不是文件夹 / This is a folder or a device; name a file',
  NO_PERMISSION: '没有读取权限，请检查文件权限 / The file may not be read; check its permissions',
  EMPTY: '文件是空的，没有可读的文字 / The file is empty; there is no text to read',
  TOO_LARGE:
    '文件超过20 MB，请只保留正文后再导入 / The file is larger than 20 MB; keep only the notice itself',
  ENCRYPTED:
    '文件有密码保护，请取消密码后再导入 / The file is protected by a password; remove it and try again',
  LEGACY_DOC:
    '旧版 .doc 格式无法读取，请在 Word 中另存为 .docx / The old .doc format cannot be read; save it as .docx',
  LEGACY_XLS:
    '旧版 .xls、.et 格式无法读取，请在 Excel 或 WPS 中另存为 .xlsx / The old .xls and .et formats cannot be read; save it as .xlsx',
  ACTIVE_CONTENT:
    '工作簿含有宏或指向其他文件的链接，请另存为不含宏、不含外部链接的 .xlsx / The workbook holds macros or links to other files; save it as a plain .xlsx without them',
  SCANNED_PDF:
    'PDF 里没有文字（可能是扫描件），请先做文字识别 / The PDF holds no text (probably a scan); run text recognition first',
  UNKNOWN_BINARY:
    '无法识别的文件格式，请提供 txt、docx、xlsx、html 或 pdf / Unknown kind of file; give a txt, docx, xlsx, html or pdf',
  DAMAGED:
    '文件已损坏或不完整，请重新保存后再导入 / The file is damaged or incomplete; save it again and retry',
  TOO_MUCH_INSIDE:
    '文件解压后过大，已停止读取，请只保留正文 / The file unpacks to too much and was not read; keep only the text',
} as const;

export type NoticeUnreadableCode = keyof typeof MESSAGES;

/** The one error of the readers. `code` is stable; `message` is "中文 / English" and says what to do. */
export class NoticeUnreadable extends Error {
  readonly code: NoticeUnreadableCode;

  constructor(code: NoticeUnreadableCode, options?: ErrorOptions) {
    super(MESSAGES[code], options);
    this.name = 'NoticeUnreadable';
    this.code = code;
  }
}
