/** A sentence in both languages, Chinese first: "中文 / English". */
export type BilingualText = `${string} / ${string}`;

/** Joins a sentence's two languages the way every message of the hub does. */
export const bilingual = (chinese: string, english: string): BilingualText =>
  `${chinese} / ${english}`;
