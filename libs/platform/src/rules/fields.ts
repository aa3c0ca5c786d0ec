import { z } from 'zod';
import { bilingual } from './bilingual.ts';

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

/** Whether PostgreSQL can hold a text: it takes neither NUL nor half of a surrogate pair. */
export const isStorable = (text: string): boolean => text.isWellFormed() && !text.includes('\0');
const UNSTORABLE = bilingual('含有无法保存的字符', 'Contains characters that cannot be stored');

/** A text that must say something, at most `max` characters after trimming. */
export const requiredText = (max: number) =>
  z
    .string()
    .trim()
    .min(1, bilingual('必填', 'Required'))
    .max(max, bilingual(`最多 ${max} 字`, `At most ${max} characters`))
    .refine(isStorable, UNSTORABLE);

/** A text that may be missing, at most `max` characters after trimming; empty counts as missing. */
export const optionalText = (max: number) =>
  z
    .string()
    .trim()
    .max(max, bilingual(`最多 ${max} 字`, `At most ${max} characters`))
    .refine(isStorable, UNSTORABLE)
    .transform((text) => text || null)
    .nullish();

/** The key of another record, or nothing: a form's empty field counts as nothing. */
export const optionalKey = z
  .string()
  .nullish()
  .transform((id) => (id === '' ? null : id));

/** The hour of the day, from 0, that the moment falls into in China. */
export const hourInShanghai = (now: Date): number => (now.getUTCHours() + 8) % 24;

/** The day that the moment falls on in China, as `yyyy-mm-dd`: due dates end with it. */
export function todayInShanghai(now: Date): string {
  return new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
}
