import { getDocumentProxy } from 'unpdf';

import { dropRunningLines } from './drop-running-lines.ts';
import { joinPdfLines, toPdfLines, type PdfFragment, type PdfLine } from './join-pdf-lines.ts';
import { NoticeUnreadable } from './notice-unreadable.ts';

/** A notice has tens of pages; a document of thousands is not one. */
const MOST_PAGES = 500;
/** Less text than this on all pages together is a stamp on a scan. */
const FEWEST_SIGNS = 20;

/** @throws NoticeUnreadable ENCRYPTED, SCANNED_PDF, TOO_MUCH_INSIDE or DAMAGED */
export async function readPdf(bytes: Uint8Array): Promise<string> {
  const document = await openPdf(bytes);
  try {
    if (document.numPages > MOST_PAGES) throw new NoticeUnreadable('TOO_MUCH_INSIDE');
    const pages: PdfLine[][] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const content = await page.getTextContent();
      const fragments: PdfFragment[] = content.items.flatMap((item) =>
        'str' in item
          ? [
              {
                text: item.str,
                x: Number(item.transform[4]),
                y: Number(item.transform[5]),
                width: item.width,
                height: item.height || Math.abs(Number(item.transform[3])),
              },
            ]
          : [],
      );
      pages.push(toPdfLines(fragments));
      page.cleanup();
    }
    const text = dropRunningLines(pages).map(joinPdfLines).join('\n\n').trim();
    if (text.replace(/\s/g, '').length < FEWEST_SIGNS) throw new NoticeUnreadable('SCANNED_PDF');
    return text;
  } catch (error) {
    if (error instanceof NoticeUnreadable) throw error;
    throw new NoticeUnreadable('DAMAGED', { cause: error });
  } finally {
    await document.loadingTask.destroy();
  }
}

async function openPdf(bytes: Uint8Array): Promise<Awaited<ReturnType<typeof getDocumentProxy>>> {
  try {
    // pdf.js takes the buffer over, so it gets a copy.
    return await getDocumentProxy(bytes.slice(), { verbosity: 0 });
  } catch (error) {
    const isProtected = error instanceof Error && error.name === 'PasswordException';
    throw new NoticeUnreadable(isProtected ? 'ENCRYPTED' : 'DAMAGED', { cause: error });
  }
}
