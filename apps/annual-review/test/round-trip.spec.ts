import { beforeAll, describe, expect, test } from 'vitest';
import { readNoticeBytes } from '@taizhang/integration/reading';
import { parseNotice, type ParsedNotice } from '@taizhang/integration/rules';
import { withoutEnd } from '../src/outline/sentence.ts';
import type { AnnualReview } from '../src/review/annual-review.type.ts';
import { writeDocx } from '../src/write-docx/write-docx.ts';
import { writeHtml } from '../src/write-html/write-html.ts';
import { writePdf } from '../src/write-pdf/write-pdf.ts';
import { fixtureReview } from './fixture-review.ts';

const review = fixtureReview();
const [round] = review.rounds;
const WRITERS: Record<string, (review: AnnualReview) => Promise<Buffer> | Buffer> = {
  docx: writeDocx,
  html: writeHtml,
  pdf: (given) => writePdf(given, { fontDirectory: null, program: null }),
};

// Parsing what it wrote gives the ledger back: the product's own reader of notices, on the files themselves.
describe.each(Object.keys(WRITERS))('the %s, read as a notice,', (format) => {
  let notice: ParsedNotice;

  beforeAll(async () => {
    const file = await WRITERS[format]?.(review);
    const { text } = await readNoticeBytes(new Uint8Array(file ?? []));
    notice = parseNotice(text);
  });

  test('gives the round back', () => {
    expect(notice.round).toEqual({
      inspectedOrganization: round?.inspectedOrganization.name,
      inspectionTeam: round?.inspectionTeam,
      inspectedFrom: round?.inspectedFrom,
      inspectedTo: round?.inspectedTo,
      feedbackOn: round?.feedbackOn,
    });
    expect(notice.contacts.map(({ kind, value }) => ({ kind, value }))).toEqual(round?.contacts);
  });

  test('gives areas, items and measures back, word for word', () => {
    // The parser drops scripts, as of a web page.
    const plain = (title: string) => title.replace(/<script>.*<\/script>/, '');
    const written = round?.areas.map((area) => ({
      title: area.title,
      items: area.items.map((item) => ({
        title: plain(item.title),
        measures: item.measures
          .filter(({ status }) => status !== 'CANCELLED')
          .map((measure) => withoutEnd(measure.text)),
      })),
    }));
    const read = notice.areas.map((area) => ({
      title: area.title,
      items: area.items.map((item) => ({
        title: plain(item.title),
        measures: item.measures.map((measure) => measure.text),
      })),
    }));
    expect(read).toEqual(written);
  });

  test('gives documents with their actions, and the totals it claims', () => {
    for (const { title, action } of review.documents.filter((row) => row.action !== 'MENTION')) {
      expect(notice.documents.find((document) => document.title === title)?.action).toBe(action);
    }
    expect(notice.stated.reportedItemCount?.value).toBe(11);
    expect(notice.stated.completionRate?.value).toBe(30);
  });
});
