import { expect, test } from 'vitest';
import { parseNotice } from '../notice/parsing/index.ts';
import { checkNotice } from './index.ts';

const notice = (measure: string) => `关于巡察整改进展情况的通报
一、落实上级决策部署方面
（一）学习贯彻不够深入
1.${measure}
2.修订《学习制度》，每月开展一次学习。
`;

test('a notice is told where its words promise nothing countable, and only there', () => {
  expect(checkNotice(parseNotice(notice('进一步提高认识，切实改进作风。')))).toEqual([
    {
      code: 'VAGUE_WORDS',
      message: '措施表述笼统 / Vague words without an output',
      path: '1.1.1',
      excerpt: '进一步',
    },
  ]);
  expect(checkNotice(parseNotice(notice('进一步加强培训，组织3场。')))).toEqual([]);
});
