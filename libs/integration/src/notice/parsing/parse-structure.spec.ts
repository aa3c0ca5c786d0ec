import { describe, expect, test } from 'vitest';

import { parseNotice } from './index.ts';

const HEAD = '关于巡察整改进展情况的通报\n';
const counts = (text: string): number[][] =>
  parseNotice(HEAD + text).areas.map((area) => area.items.map((item) => item.measures.length));

describe('the levels follow from the document itself', () => {
  test.each([
    [
      'numbers go on through all areas',
      '二、反馈问题整改情况\n（一）甲方面\n1.针对A问题。一是做。二是办。\n2.针对B问题。一是做。\n（二）乙方面\n3.针对C问题。一是做。\n4.针对D问题。一是做。',
      [
        [2, 1],
        [1, 1],
      ],
    ],
    [
      'a problem numbered 1. has measures numbered 1.',
      '二、反馈问题整改情况\n（一）甲方面\n1.学习不够\n整改措施：\n1.做好一件事。\n2.做好两件事。\n2.管理不严\n整改措施：\n1.做好三件事。\n2.做好四件事。\n3.做好五件事。\n',
      [[2, 3]],
    ],
    [
      'circled numbers are measures',
      '二、反馈问题整改情况\n（一）甲方面\n1.学习不够的问题。①做好一件事；②做好两件事；③做好三件事。',
      [[3]],
    ],
    [
      '其一，其二',
      '二、反馈问题整改情况\n（一）甲方面\n1.学习不够的问题。其一，做好一件事。其二，做好两件事。',
      [[2]],
    ],
    [
      '一是 in the list of an organisation part or a plan is no measure',
      '一、组织落实情况\n一是认真部署。二是狠抓落实。\n二、反馈问题整改情况\n（一）甲方面\n1.学习不够的问题。一是做好一件事。\n三、下一步打算\n一是持续。二是巩固。',
      [[1]],
    ],
    [
      'an enumeration inside a measure does not start the measures again',
      '二、反馈问题整改情况\n（一）甲方面\n1.学习不够的问题。一是做好一件事。二是抓好两个重点：一是甲。三是收尾。',
      [[3]],
    ],
    [
      '一是 that tells the fault is no measure',
      '二、反馈问题整改情况\n（一）甲方面\n1.学习不够。问题表现：一是不学。二是不用。整改情况：一是学了。二是用了。三是考了。',
      [[3]],
    ],
    [
      'a heading left without its number 一是',
      '二、反馈问题整改情况\n（一）甲方面\n1.针对学习不够问题，一是做好一件事，二是做好两件事，三是做好三件事。',
      [[3]],
    ],
    [
      '整改措施 and 整改情况 are not counted twice',
      '二、反馈问题整改情况\n（一）甲方面\n1.学习不够\n整改措施：一是学。二是用。\n整改情况：一是学了。二是用了。',
      [[2]],
    ],
    [
      'areas with half-width brackets and numbers split over lines',
      '二、反馈问题整改情况\n(\n一)甲方面\n1\n. 针对A问题。一\n是做\n好。二是办好。\n',
      [[2]],
    ],
  ])('%s', (_, text, expected) => {
    expect(counts(text)).toEqual(expected);
  });

  test('skipped and repeated numbers are pointed out with their line', () => {
    const { warnings, areas } = parseNotice(
      `${HEAD}二、反馈问题整改情况\n（一）甲方面\n1.针对A问题。一是做。三是办。\n3.针对B问题。一是做。\n3.针对C问题。一是做。\n`,
    );
    expect(areas[0]?.items.map((item) => item.ordinal)).toEqual([1, 2, 3]);
    expect(warnings.map(({ line, message }) => [line, message.slice(0, 4)])).toEqual([
      [4, '序号不连'],
      [5, '序号不连'],
      [6, '序号重复'],
    ]);
  });

  test('a problem without measures, and totals that do not agree, are pointed out', () => {
    const { warnings } = parseNotice(
      `${HEAD}巡察组共反馈3个方面5个问题。\n二、反馈问题整改情况\n（一）甲方面\n1.针对A问题。\n2.针对B问题。一是做好一件事。\n`,
    );
    expect(warnings.map(({ message }) => message.split('：')[0]).join('|')).toMatch(
      /文中称3个方面，读出1个.*文中称5个问题，读出2个.*问题下没有整改措施/,
    );
  });
});
