/** Column of a table in the report; `width` is its share of the text width. */
export interface TableColumn {
  readonly zh: string;
  readonly en: string;
  readonly width: number;
  readonly align: 'left' | 'center';
}

/**
 * One piece of the report. DOCX, PDF and HTML lay the same blocks out, so they cannot say different things.
 * Texts are plain: what must be escaped is escaped by the writer.
 */
export type Block =
  | {
      readonly kind: 'title';
      /** Broken where the sense breaks: who reports, then what. */
      readonly lines: readonly string[];
      readonly english: string;
    }
  | { readonly kind: 'mark'; readonly text: string }
  | {
      readonly kind: 'heading';
      /** GB/T 9704 7.3.3: 1 is 一、 in 黑体, 2 （一） in 楷体, 3 1. in the body's face. */
      readonly level: 1 | 2 | 3;
      readonly text: string;
      readonly english?: string;
    }
  /** `lead` opens the paragraph and stands out: 一是, 整改措施：. */
  | {
      readonly kind: 'paragraph';
      readonly lead?: string;
      readonly text: string;
      /** Moves to the next page with what follows: a signature does not stand on a page alone. */
      readonly keepsWithNext?: boolean;
    }
  | {
      readonly kind: 'table';
      readonly columns: readonly TableColumn[];
      /** A line feed in a cell is a line break. */
      readonly rows: readonly (readonly string[])[];
    }
  /** The English summary of the numbers, small. */
  | { readonly kind: 'english'; readonly text: string }
  /** The last lines, which stay together on one page: the note of the appendix, who reports, the date. */
  | {
      readonly kind: 'signature';
      readonly appendix: string;
      readonly name: string;
      readonly date: string;
    };

/** 整改落实情况一览表: rows grouped by area, one row an item. */
export interface Schedule {
  readonly title: string;
  readonly english: string;
  readonly caption: string;
  readonly columns: readonly TableColumn[];
  readonly groups: readonly ScheduleGroup[];
}

export interface ScheduleGroup {
  /** The area, with its round where there are several. */
  readonly title: string;
  readonly rows: readonly ScheduleRow[];
}

export interface ScheduleRow {
  readonly code: string;
  readonly title: string;
  readonly measures: readonly string[];
  readonly unit: string;
  readonly leader: string;
  readonly type: string;
  readonly dueOn: string;
  readonly status: string;
  readonly closedOn: string;
  readonly note: string;
  readonly isLate: boolean;
  /** Too high to be kept on one page. */
  readonly isTall: boolean;
}

export interface ReportOutline {
  readonly title: string;
  readonly english: string;
  readonly language: 'zh-CN';
  readonly isDemo: boolean;
  readonly blocks: readonly Block[];
  readonly schedule: Schedule;
}
