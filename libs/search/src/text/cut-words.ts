import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict';
import { countPlaces } from './places.ts';
import { DOMAIN_WORDS } from './domain-words.ts';

/** Often enough to win against any way of cutting the word apart. */
const FREQUENCY = 100_000;

let jieba: Jieba | undefined;

/** The dictionary takes a quarter of a second to load: it waits for the first text. */
function dictionary(): Jieba {
  if (jieba) return jieba;
  jieba = Jieba.withDict(dict);
  jieba.loadDict(Buffer.from(DOMAIN_WORDS.map((word) => `${word} ${FREQUENCY} n\n`).join('')));
  return jieba;
}

/** Cuts a run of Chinese characters into its words, in order and without rest. */
export const cutWords = (run: string): string[] => dictionary().cut(run, true);

/** A word with the shorter words inside it. */
export const wordsWithin = (word: string): string[] =>
  countPlaces(word) > 2 ? dictionary().cutForSearch(word, true) : [word];
