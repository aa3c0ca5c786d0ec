/** A sentence in both languages, Chinese first: "中文 / English". */
export type BilingualText = `${string} / ${string}`;

/** Joins a sentence's two languages the way every message of the hub does. */
export const bilingual = (chinese: string, english: string): BilingualText =>
  `${chinese} / ${english}`;

/**
 * What the schema says of a named value: “中文：说明。English: more.”. Whoever reads a schema finds the value's name in each
 * language up to the colon or the full stop.
 */
export function describeWords(words: BilingualText, means?: BilingualText): string {
  const [chinese, english] = words.split(' / ');
  const [more, moreEnglish] = means?.split(' / ') ?? [];
  return means ? `${chinese}：${more}。${english}: ${moreEnglish}.` : `${chinese}。${english}.`;
}
