import {
  AlignmentType,
  Document,
  DocumentGridType,
  Footer,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
  type ISectionOptions,
} from 'docx';
import { buildOutline } from '../outline/build-outline.ts';
import type { ReportOutline } from '../outline/outline.type.ts';
import type { AnnualReview } from '../review/annual-review.type.ts';
import { face } from './fonts.ts';
import { completePackage, OFF_GRID } from './package-parts.ts';
import { CHARACTER_SPACING, LINE_PITCH, MARGIN, PAGE, SIZE, TURNED } from './page-metrics.ts';
import { writeBlock } from './write-blocks.ts';
import { line, run } from './write-lines.ts';
import { scheduleTable } from './write-tables.ts';

/** The report as a Word document on GB/T 9704 pages, the schedule on landscape pages behind it. */
export async function writeDocx(review: AnnualReview): Promise<Buffer> {
  const outline = buildOutline(review);
  const document = new Document({
    title: outline.title,
    subject: outline.english,
    creator: 'Taizhang 台账',
    evenAndOddHeaderAndFooters: true,
    styles: {
      default: {
        // The size must stand on Normal itself: indents in characters are counted by it.
        document: {
          run: {
            font: face('body'),
            size: SIZE.body,
            characterSpacing: CHARACTER_SPACING,
            language: { eastAsia: 'zh-CN', value: 'zh-CN' },
          },
        },
        ...plainHeadings(),
      },
      paragraphStyles: [
        {
          id: OFF_GRID,
          name: 'Off Grid',
          basedOn: 'Normal',
          paragraph: { spacing: { before: 0, after: 0 } },
        },
      ],
    },
    sections: [reportSection(outline), scheduleSection(outline)],
  });
  return completePackage(await Packer.toBuffer(document));
}

/** Headings keep their outline level for navigation, not the library's blue and sizes. */
function plainHeadings() {
  const plain = { run: { color: '000000', size: SIZE.body } };
  return {
    title: {
      run: { color: '000000', size: SIZE.title },
      paragraph: { spacing: { before: 0, after: 0 } },
    },
    heading1: plain,
    heading2: plain,
    heading3: plain,
  };
}

function reportSection(outline: ReportOutline): ISectionOptions {
  return {
    properties: {
      page: { size: { width: PAGE.width, height: PAGE.height }, margin: MARGIN },
      grid: { type: DocumentGridType.LINES, linePitch: LINE_PITCH },
    },
    footers: footers(),
    children: outline.blocks.flatMap(writeBlock),
  };
}

function scheduleSection({ schedule }: ReportOutline): ISectionOptions {
  return {
    properties: {
      page: {
        // Portrait sizes: the library swaps them for landscape.
        size: { width: PAGE.width, height: PAGE.height, orientation: PageOrientation.LANDSCAPE },
        margin: { ...TURNED, header: TURNED.top / 2, footer: TURNED.bottom / 2 },
      },
    },
    footers: footers(),
    children: [
      line([run('附件', 'hei', { size: SIZE.table })], { alignment: AlignmentType.LEFT }),
      line(
        [
          run(schedule.title, 'title', { size: 36 }),
          run(`\u3000${schedule.english}`, 'title', { size: SIZE.small }),
        ],
        {
          alignment: AlignmentType.CENTER,
        },
      ),
      line([run(schedule.caption, 'body', { size: SIZE.small })], {
        alignment: AlignmentType.RIGHT,
        spacing: { line: 320, lineRule: 'exact', after: 60 },
      }),
      scheduleTable(schedule),
    ],
  };
}

/** — 1 — in 四号 宋体, one character in from the outer edge: right on odd pages, left on even ones. */
function footers() {
  const footer = (alignment: 'left' | 'right') =>
    new Footer({
      children: [
        new Paragraph({
          alignment,
          indent: { [alignment]: SIZE.page * 10 },
          children: [
            new TextRun({
              children: ['— ', PageNumber.CURRENT, ' —'],
              font: face('song'),
              size: SIZE.page,
            }),
          ],
        }),
      ],
    });
  return { default: footer('right'), even: footer('left') };
}
