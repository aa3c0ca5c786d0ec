import { z } from 'zod';
import { bilingual } from './bilingual.ts';
import { cleanLine, cleanText, isStorable } from './clean-text.ts';
import './zod-words.ts';

const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether a text is a day that exists, as `yyyy-mm-dd`, between the years 1900 and 2199. */
export function isIsoDate(text: string): boolean {
  const parts = ISO_DATE.exec(text);
  if (!parts) return false;
  const date = new Date(`${text}T00:00:00Z`);
  const year = Number(parts[1]);
  return (
    !Number.isNaN(date.getTime()) &&
    date.toISOString().startsWith(text) &&
    year >= 1900 &&
    year < 2200
  );
}

/** A day as `yyyy-mm-dd`. */
export const isoDate = z
  .string()
  .refine(isIsoDate, bilingual('请填写有效日期（年-月-日）', 'Give a valid date as yyyy-mm-dd'));

/** A day, or nothing: a form's empty field counts as nothing. */
export const optionalDate = z.union([isoDate, z.literal('').transform(() => null)]).nullish();

const UNSTORABLE = bilingual('含有无法保存的字符', 'Contains characters that cannot be stored');
const REQUIRED = bilingual('必填', 'Required');
const atMost = (max: number) => bilingual(`最多 ${max} 字`, `At most ${max} characters`);

/** A text as it came, which the database can hold. */
const storable = () => z.string().refine(isStorable, { abort: true, error: UNSTORABLE });

type Cleaning = (text: string) => string;
const required = (max: number, clean: Cleaning) =>
  storable().overwrite(clean).min(1, REQUIRED).max(max, atMost(max));
const optional = (max: number, clean: Cleaning) =>
  storable()
    .overwrite(clean)
    .max(max, atMost(max))
    .transform((text) => text || null)
    .nullish();

/** A text that must say something, at most `max` characters after cleaning; it may have several lines. */
export const requiredText = (max: number) => required(max, cleanText);

/** A text that may be missing, at most `max` characters after cleaning; empty counts as missing. */
export const optionalText = (max: number) => optional(max, cleanText);

/** A text of one line that must say something, such as a title, a name or a number. */
export const requiredLine = (max: number) => required(max, cleanLine);

/** A text of one line that may be missing; empty counts as missing. */
export const optionalLine = (max: number) => optional(max, cleanLine);

/** A text that is cited by its places, such as a published notice: it stays as it is. */
export const sourceText = (max: number) => required(max, (text) => text.trim());

/** A secret somebody typed: whatever it is made of stays, so that it is the same the next time. */
export const secretText = (max: number) => storable().min(1, REQUIRED).max(max, atMost(max));

const LONGEST_KEY = 100;

/** The key of another record. */
export const requiredKey = storable().min(1, REQUIRED).max(LONGEST_KEY, atMost(LONGEST_KEY));

/** The key of another record, or nothing: a form's empty field counts as nothing. */
export const optionalKey = storable()
  .max(LONGEST_KEY, atMost(LONGEST_KEY))
  .nullish()
  .transform((id) => (id === '' ? null : id));

/** The hour of the day, from 0, that the moment falls into in China. */
export const hourInShanghai = (now: Date): number => (now.getUTCHours() + 8) % 24;

/** The day that the moment falls on in China, as `yyyy-mm-dd`: due dates end with it. */
export function todayInShanghai(now: Date): string {
  return new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
}
