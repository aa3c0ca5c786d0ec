import { bilingual, type BilingualText } from '../rules/bilingual.ts';

/** What somebody who looks after a hub should know of it. */
export interface Finding {
  /** `bad` keeps the hub from working or keeping what it promises; `look` is worth a thought. */
  level: 'good' | 'look' | 'bad';
  message: BilingualText;
}

export const good = (chinese: string, english: string): Finding => ({
  level: 'good',
  message: bilingual(chinese, english),
});
export const look = (chinese: string, english: string): Finding => ({
  level: 'look',
  message: bilingual(chinese, english),
});
export const bad = (chinese: string, english: string): Finding => ({
  level: 'bad',
  message: bilingual(chinese, english),
});

/** One thing that is looked at. What it cannot look at is bad, with the reason. */
export type Examination = () => Promise<Finding[]>;

const SIGNS: Record<Finding['level'], string> = { good: '✓', look: '!', bad: '✗' };

/** Looks at everything, one after the other. @returns whether nothing is bad */
export async function examine(
  examinations: readonly Examination[],
  say: (line: string) => void,
): Promise<boolean> {
  let isWell = true;
  for (const examination of examinations) {
    const findings = await examination().catch((error: unknown) => [broken(error)]);
    for (const { level, message } of findings) {
      say(`${SIGNS[level]} ${message}`);
      isWell &&= level !== 'bad';
    }
  }
  return isWell;
}

/** A failure's own sentence where it has one in both languages. */
function broken(error: unknown): Finding {
  const message = error instanceof Error ? error.message : String(error);
  if (message.includes(' / ')) return { level: 'bad', message: message as BilingualText };
  return bad(`检查时出错：${message}`, `This could not be looked at: ${message}`);
}
