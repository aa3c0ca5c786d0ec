import {
  AlignmentType,
  HeadingLevel,
  LineRuleType,
  type IParagraphOptions,
  type Paragraph,
} from 'docx';
import type { Block } from '../outline/outline.type.ts';
import type { Face } from './fonts.ts';
import { OFF_GRID } from './package-parts.ts';
import { CHARACTER_SPACING, SIZE } from './page-metrics.ts';
import { english, line, LINE, run } from './write-lines.ts';
import { figureTable } from './write-tables.ts';

/** Two characters: hundredths of one for Word, twips for programs that read no characters. */
const INDENT = {
  firstLineChars: 200,
  firstLine: 2 * (SIZE.body * 10 + CHARACTER_SPACING),
} as const;

/** The report's blocks as paragraphs and tables of the document. */
export function writeBlock(block: Block): (Paragraph | ReturnType<typeof figureTable>)[] {
  switch (block.kind) {
    case 'title':
      return [
        line(
          block.lines.map((text, index) =>
            run(text, 'title', { size: SIZE.title, ...(index > 0 ? { break: 1 } : {}) }),
          ),
          {
            alignment: AlignmentType.CENTER,
            heading: HeadingLevel.TITLE,
            spacing: { line: 680, lineRule: LineRuleType.EXACT, before: 0, after: 60 },
            keepNext: true,
          },
        ),
        line([english(block.english, SIZE.small + 3)], {
          alignment: AlignmentType.CENTER,
          spacing: { ...LINE, line: 400, after: 180 },
          style: OFF_GRID,
        }),
      ];
    case 'mark':
      return [
        line([run(block.text, 'hei', { size: SIZE.table, color: 'B3261E' })], {
          alignment: AlignmentType.CENTER,
        }),
      ];
    case 'heading':
      return [writeHeading(block)];
    case 'paragraph':
      return [
        line(
          [
            ...(block.lead ? [run(block.lead, 'body', { bold: true })] : []),
            run(block.text, 'body'),
          ],
          { indent: INDENT, keepNext: block.keepsWithNext === true },
        ),
      ];
    case 'english':
      return [
        line([english(block.text, SIZE.small + 1)], {
          spacing: { before: 0, after: 120, line: 300, lineRule: LineRuleType.AT_LEAST },
          indent: { left: 640 },
          alignment: AlignmentType.LEFT,
          style: OFF_GRID,
        }),
      ];
    case 'table':
      return [
        figureTable(block.columns, block.rows),
        line([], { spacing: { ...LINE, line: 200 }, style: OFF_GRID }),
      ];
    case 'signature':
      return [
        line([], { keepNext: true }),
        line([run(block.appendix, 'body')], { indent: INDENT, keepNext: true }),
        line([], { keepNext: true }),
        line([], { keepNext: true }),
        ...[block.name, block.date]
          .filter((text) => text !== '')
          .map((text) =>
            line([run(text, 'body')], {
              alignment: AlignmentType.RIGHT,
              // GB/T 9704 7.3.5: the date stands four characters in from the right.
              indent: { right: 4 * SIZE.body * 10 },
              keepNext: text !== block.date,
            }),
          ),
      ];
  }
}

type Heading = Extract<Block, { kind: 'heading' }>;
const HEADING: Readonly<
  Record<Heading['level'], { face: Face; level: IParagraphOptions['heading'] }>
> = {
  1: { face: 'hei', level: HeadingLevel.HEADING_1 },
  2: { face: 'kai', level: HeadingLevel.HEADING_2 },
  3: { face: 'body', level: HeadingLevel.HEADING_3 },
};

function writeHeading(block: Heading): Paragraph {
  const { face: name, level } = HEADING[block.level];
  return line(
    [
      run(block.text, name, { bold: block.level === 3 }),
      ...(block.english ? [english(`\u3000${block.english}`, SIZE.small)] : []),
    ],
    { heading: level, indent: INDENT, keepNext: true, alignment: AlignmentType.LEFT },
  );
}
