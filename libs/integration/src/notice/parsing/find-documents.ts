import { classifyWork } from './classify-work.ts';
import { decideAction } from './decide-action.ts';
import { findTitles, type TitleMark } from './find-titles.ts';
import { toSource, type FlowText } from './flow-text.ts';
import type { PlaceMap } from './locate-paths.ts';
import {
  DOCUMENT_ACTIONS,
  type DocumentMention,
  type NamedWork,
  type NoticeDocument,
} from './notice.type.ts';
import { readShortNames, type ShortNames } from './read-short-names.ts';

export interface FoundTitles {
  readonly documents: NoticeDocument[];
  readonly works: NamedWork[];
  /** Flow indices of titles too short to be a document's whole name and never announced. */
  readonly unresolved: readonly { readonly title: string; readonly index: number }[];
}

/** Between two titles that share a verb: 、 和 and perhaps a few words that qualify the second. */
const CONNECTED =
  /^(?:（[^（）]{0,24}）)?[^，。；：！？《》]{0,12}?(?:[、和及与或]|以及|，)?[^，。；：！？《》]{0,14}$/;
const NEW_VERB =
  /修订|修改|完善|制定|制订|建立|出台|印发|下发|发布|转发|起草|废止|学习|根据|按照|依据|对照|落实|填写|启动|[将把]/;
const BARE_NAME =
  /^(?:办法|规定|意见|通知|制度|方案|细则|条例|章程|清单|实施(?:办法|细则|方案|意见)|管理(?:办法|制度|规定))$/;

/** Documents (one entry a title, its strongest action first) and works that only share the 《》. */
export function findDocuments(flow: FlowText, places: PlaceMap): FoundTitles {
  const titles = findTitles(flow);
  const names = readShortNames(flow, titles);
  const marks = [...titles.filter((mark) => !names.announcements.has(mark.start)), ...names.quoted];
  marks.sort((a, b) => a.start - b.start);
  const documents = new Map<string, { title: string; mentions: DocumentMention[] }>();
  const works: NamedWork[] = [];
  const workKeys = new Set<string>();
  const unresolved: { title: string; index: number }[] = [];
  for (const group of groupTitles(flow, marks)) {
    for (const mark of group) {
      const source = toSource(flow, mark.start, mark.end);
      const itemPath = places.pathAt(mark.start);
      const kind = classifyWork(
        mark.key,
        textBefore(flow, mark.start, 12),
        textAfter(flow, mark.end, 24),
      );
      if (kind) {
        if (!workKeys.has(mark.key)) works.push({ title: mark.title, kind, itemPath, source });
        workKeys.add(mark.key);
        continue;
      }
      const key = names.fullKeys.get(mark.key) ?? mark.key;
      if (key === mark.key && BARE_NAME.test(key))
        unresolved.push({ title: mark.title, index: mark.start });
      const action = decideAction({
        before: textBefore(flow, group[0]?.start ?? mark.start, 80),
        after: textAfter(flow, mark.end, 24),
        afterGroup: textAfter(flow, group[group.length - 1]?.end ?? mark.end, 70),
        region: places.regionAt(mark.start),
        title: mark.key,
      });
      const entry = documents.get(key) ?? { title: mark.title, mentions: [] };
      entry.mentions.push({ action, itemPath, source });
      documents.set(key, entry);
    }
  }
  return {
    documents: [...documents].map(([key, entry]) => toDocument(key, entry, names)),
    works,
    unresolved,
  };
}

function toDocument(
  key: string,
  entry: { title: string; mentions: DocumentMention[] },
  names: ShortNames,
): NoticeDocument {
  const rank = (mention: DocumentMention): number => DOCUMENT_ACTIONS.indexOf(mention.action);
  const decisive = entry.mentions.reduce((best, mention) =>
    rank(mention) < rank(best) ? mention : best,
  );
  const shortNames = [...names.fullKeys].filter(([, full]) => full === key).map(([short]) => short);
  const { action, itemPath, source } = decisive;
  return { title: entry.title, action, itemPath, source, shortNames, mentions: entry.mentions };
}

function groupTitles(flow: FlowText, marks: readonly TitleMark[]): TitleMark[][] {
  const groups: TitleMark[][] = [];
  for (const mark of marks) {
    const group = groups[groups.length - 1];
    const previous = group?.[group.length - 1];
    const gap =
      previous && mark.start - previous.end <= 30
        ? flow.match.slice(previous.end, mark.start)
        : null;
    const after = flow.match.slice(mark.end, mark.end + 2);
    if (group && gap !== null && isConnected(gap, after)) group.push(mark);
    else groups.push([mark]);
  }
  return groups;
}

function isConnected(gap: string, after: string): boolean {
  // 修订《甲》，《乙》正在征求意见: behind a comma a title may begin a clause with a verb of its own.
  if (gap === '，' && /^(?:正在|已|均已|现已|目前)/.test(after)) return false;
  if (gap === '') return true;
  if (NEW_VERB.test(gap) || !CONNECTED.test(gap)) return false;
  return /^(?:（[^（）]{0,24}）)?(?:[、和及与或，]|以及)|[、和及与]/.test(gap);
}

/** The sentence so far; a title or number further back belongs to another sentence. */
function textBefore(flow: FlowText, at: number, length: number): string {
  // 修订以下制度：《甲》《乙》: the colon right before the titles does not cut their verb off.
  const text = flow.match.slice(Math.max(0, at - length), at).replace(/：$/, '');
  const cut = Math.max(
    ...['。', '；', '：', '！', '？', '》'].map((sign) => text.lastIndexOf(sign)),
  );
  return text.slice(cut + 1);
}

function textAfter(flow: FlowText, at: number, length: number): string {
  const text = flow.match.slice(at, at + length);
  const cut = text.search(/[。；！？]/);
  return cut === -1 ? text : text.slice(0, cut);
}
