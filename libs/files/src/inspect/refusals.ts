import { bilingual } from '@taizhang/platform/rules';
import { UploadRefused } from '../refuse-upload.ts';

export const emptyFile = () =>
  new UploadRefused(422, 'EMPTY', bilingual('文件是空的', 'The file is empty'));

export const typeRefused = () =>
  new UploadRefused(
    415,
    'TYPE_REFUSED',
    bilingual(
      '不接受此类文件，请上传 PDF、OFD、Office 或 WPS 文档、图片（JPEG、PNG、WebP、HEIC）或纯文本',
      'This type of file is not accepted: upload PDF, OFD, Office or WPS documents, pictures (JPEG, PNG, WebP, HEIC) or plain text',
    ),
  );

export const damaged = () =>
  new UploadRefused(
    422,
    'DAMAGED',
    bilingual(
      '文件已损坏或夹带其他内容，请重新另存后再上传',
      'The file is damaged or carries something else: save it anew and upload that',
    ),
  );

export const encrypted = () =>
  new UploadRefused(
    422,
    'ENCRYPTED',
    bilingual(
      '文件已加密，请去掉密码后再上传',
      'The file is encrypted: remove its password and upload it again',
    ),
  );

export const hasMacros = () =>
  new UploadRefused(
    422,
    'MACROS',
    bilingual(
      '文件含有宏，请另存为不含宏的文档后再上传',
      'The file holds macros: save it as a document without macros and upload that',
    ),
  );

export const unpacksTooLarge = () =>
  new UploadRefused(
    422,
    'UNPACKS_TOO_LARGE',
    bilingual(
      '文件解压后过大或内含压缩包，请精简后再上传',
      'The file grows too large when unpacked, or holds an archive: reduce it and upload it again',
    ),
  );

export const tooManyPixels = (megapixels: number) =>
  new UploadRefused(
    422,
    'TOO_MANY_PIXELS',
    bilingual(
      `图片超过 ${megapixels} 百万像素，请缩小后再上传`,
      `The picture has more than ${megapixels} megapixels: reduce it and upload it again`,
    ),
  );

export const hasScripts = () =>
  new UploadRefused(
    422,
    'SCRIPTS',
    bilingual(
      '文件夹带脚本、控件或网页，请去掉后另存再上传',
      'The file carries scripts, controls or pages: remove them, save it anew and upload that',
    ),
  );

export const leadsOutside = () =>
  new UploadRefused(
    422,
    'LEADS_OUTSIDE',
    bilingual(
      '文件打开时会从外部取用模板、图片或对象，请改为嵌入后再上传',
      'The file fetches a template, a picture or an object from elsewhere when it is opened: embed it and upload that',
    ),
  );

export const hasEntities = () =>
  new UploadRefused(
    422,
    'ENTITIES',
    bilingual(
      '文件内含 DOCTYPE 或实体声明，请用 Office 或 WPS 另存后再上传',
      'The file declares a document type or entities: save it anew with Office or WPS and upload that',
    ),
  );

export const infected = () =>
  new UploadRefused(
    422,
    'INFECTED',
    bilingual(
      '病毒扫描未通过，文件未保存',
      'The scanner found malware in the file: it was not kept',
    ),
  );

export const notScanned = () =>
  new UploadRefused(
    503,
    'NOT_SCANNED',
    bilingual(
      '病毒扫描暂不可用，文件未保存，请稍后再试',
      'The file could not be scanned and was not kept: try again later',
    ),
  );
