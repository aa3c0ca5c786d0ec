import {
  AlignmentType,
  LineRuleType,
  Paragraph,
  TextRun,
  type IParagraphOptions,
  type IRunOptions,
} from 'docx';
import { face, type Face } from './fonts.ts';
import { CHARACTER_SPACING, LINE_PITCH, SIZE } from './page-metrics.ts';

/** The spacing of a line of the report's text. */
export const LINE = {
  line: LINE_PITCH,
  lineRule: LineRuleType.EXACT,
  before: 0,
  after: 0,
} as const;
const GREY = '6D675E';

export function line(children: TextRun[], options: IParagraphOptions): Paragraph {
  return new Paragraph({
    spacing: LINE,
    alignment: AlignmentType.BOTH,
    widowControl: false,
    ...options,
    children,
  });
}

export function run(text: string, name: Face, options: IRunOptions = {}): TextRun {
  return new TextRun({
    text: xmlText(text),
    font: face(name),
    size: SIZE.body,
    characterSpacing: options.size === undefined ? CHARACTER_SPACING : 0,
    ...options,
  });
}

export function english(text: string, size: number): TextRun {
  return new TextRun({
    text,
    font: 'Times New Roman',
    size,
    color: GREY,
    language: { value: 'en-GB' },
  });
}

/** What XML 1.0 cannot hold goes; the library writes it through and Word then refuses the file. */
function xmlText(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, '');
}
