import { z } from 'zod';
import { bilingual, type BilingualText } from './bilingual.ts';

/** The words of every check that says none of its own. */
z.config({ localeError: (issue) => wordsOf(issue as Issue) });

interface Issue {
  code?: string;
  origin?: string;
  input?: unknown;
  maximum?: number | bigint;
  minimum?: number | bigint;
}

function wordsOf({ code, origin, input, maximum, minimum }: Issue): BilingualText {
  if (code === 'too_big') return sizeWords('最多', 'At most', origin, maximum);
  if (code === 'too_small') return sizeWords('至少', 'At least', origin, minimum);
  if (code === 'invalid_type')
    return input === undefined || input === null
      ? bilingual('必填', 'Required')
      : bilingual('类型不对', 'Of the wrong kind');
  if (code === 'invalid_value') return bilingual('没有这个选项', 'There is no such choice');
  return bilingual('填写有误', 'Not valid');
}

function sizeWords(
  chinese: string,
  english: string,
  origin: string | undefined,
  size: number | bigint | undefined,
): BilingualText {
  const [unit, noun] = { string: ['字', 'characters'], array: ['项', 'entries'] }[origin ?? ''] ?? [
    '',
    '',
  ];
  return bilingual(`${chinese} ${size} ${unit}`.trim(), `${english} ${size} ${noun}`.trim());
}
