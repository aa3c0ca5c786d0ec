import type { AnnualReview } from '../review/annual-review.type.ts';
import { summarize } from '../review/summarize.ts';
import { DEMO_MARK } from '../review/terms.ts';
import { buildSchedule } from './build-schedule.ts';
import { chineseNumeral } from './chinese-numerals.ts';
import type { Block, ReportOutline } from './outline.type.ts';
import { writeClosing } from './write-closing.ts';
import { writeDocuments } from './write-documents.ts';
import { writeFindings } from './write-findings.ts';
import { writeLead, writeOverview } from './write-overview.ts';
import { writeRemaining } from './write-remaining.ts';
import { writeTrainings } from './write-trainings.ts';

/** A chapter without its number; the chapters present decide the numbers. */
export interface Chapter {
  readonly text: string;
  readonly english: string;
  readonly blocks: readonly Block[];
}

/**
 * The report in words: title and lead, overview, findings (one chapter a round), documents, trainings,
 * what remains, closing lines, schedule. It holds nothing but what the review holds.
 */
export function buildOutline(review: AnnualReview): ReportOutline {
  const figures = summarize(review);
  const subject = reportSubject(review);
  const matter = `${review.year}年度巡察整改落实情况报告`;
  const english = `Annual Report on Rectification after Inspection, ${review.year}`;
  const chapters = [
    writeOverview(review, figures),
    ...review.rounds.map((round) => writeFindings(round, review)),
    writeDocuments(review.documents),
    writeTrainings(review.trainings, figures.trainings),
    writeRemaining(review),
  ];
  return {
    title: subject + matter,
    english,
    language: 'zh-CN',
    isDemo: review.isDemo,
    blocks: keepSignature([
      { kind: 'title', lines: [subject, matter].filter((line) => line !== ''), english },
      ...(review.isDemo ? [{ kind: 'mark', text: DEMO_MARK } as const] : []),
      ...writeLead(review),
      ...chapters.flatMap(numberChapter),
      ...writeClosing(review, subject),
    ]),
    schedule: buildSchedule(review),
  };
}

function numberChapter(chapter: Chapter, index: number): Block[] {
  const text = `${chineseNumeral(index + 1)}、${chapter.text}`;
  return [{ kind: 'heading', level: 1, text, english: chapter.english }, ...chapter.blocks];
}

/** The two paragraphs before the signature go with it to the next page. */
function keepSignature(blocks: readonly Block[]): Block[] {
  return blocks.map((block, index) =>
    block.kind === 'paragraph' && index >= blocks.length - 3
      ? { ...block, keepsWithNext: true }
      : block,
  );
}

/** Who reports: the organization asked for, or the only one that was inspected. */
function reportSubject(review: AnnualReview): string {
  if (review.organization) return review.organization.name;
  const names = new Set(review.rounds.map((round) => round.inspectedOrganization.name));
  return names.size === 1 ? ([...names][0] ?? '') : '';
}
