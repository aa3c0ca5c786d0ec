import { describe, expect, test } from 'vitest';

import { parseNotice } from './index.ts';

/** A notice with one measure, so that the sentence is read where it would stand. */
function readMeasure(sentence: string) {
  return parseNotice(
    `关于巡察整改进展情况的通报\n二、巡察反馈意见整改落实情况\n（一）关于党的建设方面\n1. 针对管理不严的问题。一是${sentence}\n`,
  );
}

describe('what a sentence says was done to a document', () => {
  test.each([
    ['修订《甲办法》。', { 甲办法: 'REVISE' }],
    ['修订完善《甲办法》、《乙办法》。', { 甲办法: 'REVISE', 乙办法: 'REVISE' }],
    [
      '制定《甲办法》《乙细则》和《丙规定》，推动落实。',
      { 甲办法: 'ESTABLISH', 乙细则: 'ESTABLISH', 丙规定: 'ESTABLISH' },
    ],
    [
      '制定出台《甲办法》（试行）、《乙办法》等3项制度。',
      { 甲办法: 'ESTABLISH', 乙办法: 'ESTABLISH' },
    ],
    ['修订出台《甲办法》。', { 甲办法: 'REVISE' }],
    ['建立《甲机制》。', { 甲机制: 'ESTABLISH' }],
    ['研究制定了《甲方案》。', { 甲方案: 'ESTABLISH' }],
    ['起草《甲办法（征求意见稿）》。', { '甲办法（征求意见稿）': 'DRAFT' }],
    ['印发《甲通知》。', { 甲通知: 'ISSUE' }],
    ['向各单位下发《甲手册》《乙汇编》等材料。', { 甲手册: 'ISSUE', 乙汇编: 'ISSUE' }],
    ['转发《关于印发〈甲办法〉的通知》。', { '关于印发〈甲办法〉的通知': 'ISSUE' }],
    ['印发《关于印发《甲办法》的通知》。', { '关于印发《甲办法》的通知': 'ISSUE' }],
    ['废止《甲办法》。', { 甲办法: 'REPEAL' }],
    ['启动修订《甲办法》。', { 甲办法: 'BEGIN_REVISION' }],
    ['正在修订《甲办法》。', { 甲办法: 'BEGIN_REVISION' }],
    ['拟修订《甲办法》。', { 甲办法: 'BEGIN_REVISION' }],
    ['计划修订《甲办法》。', { 甲办法: 'BEGIN_REVISION' }],
    ['启动《甲办法》修订工作。', { 甲办法: 'BEGIN_REVISION' }],
    ['《甲办法》正在修订中。', { 甲办法: 'BEGIN_REVISION' }],
    ['拟制定《甲办法》。', { 甲办法: 'MENTION' }],
    ['正在起草《甲办法》。', { 甲办法: 'DRAFT' }],
    ['《甲办法》已修订完成。', { 甲办法: 'REVISE' }],
    ['《甲办法》《乙办法》已印发实施。', { 甲办法: 'ISSUE', 乙办法: 'ISSUE' }],
    ['对《甲办法》进行了修订。', { 甲办法: 'REVISE' }],
    ['对《甲办法》《乙办法》等制度进行全面修订完善。', { 甲办法: 'REVISE', 乙办法: 'REVISE' }],
    ['完成《甲办法》的修订工作。', { 甲办法: 'REVISE' }],
    ['完成修订《甲办法》。', { 甲办法: 'REVISE' }],
    ['将《甲办法》修订为《乙办法》。', { 甲办法: 'REVISE', 乙办法: 'REVISE' }],
    ['《甲办法》形成初稿，正在征求意见。', { 甲办法: 'DRAFT' }],
    ['根据《甲条例》，修订《乙办法》。', { 甲条例: 'MENTION', 乙办法: 'REVISE' }],
    ['根据《甲条例》修订《乙办法》。', { 甲条例: 'MENTION', 乙办法: 'REVISE' }],
    ['组织学习《甲条例》《乙准则》。', { 甲条例: 'MENTION', 乙准则: 'MENTION' }],
    ['学习新修订的《甲条例》。', { 甲条例: 'MENTION' }],
    ['学习新修订《甲条例》。', { 甲条例: 'MENTION' }],
    ['对照市局下发的《甲清单》开展自查。', { 甲清单: 'MENTION' }],
    ['重新修订《甲办法》。', { 甲办法: 'REVISE' }],
    ['严格执行《甲规定》，完善《乙办法》。', { 甲规定: 'MENTION', 乙办法: 'REVISE' }],
    ['填写《甲表》，签订《乙责任书》。', { 甲表: 'MENTION', 乙责任书: 'MENTION' }],
    ['专题研究《甲意见》的相关内容。', { 甲意见: 'MENTION' }],
    ['各单位修订各自的《甲清单》。', { 甲清单: 'MENTION' }],
    ['制定《甲条例》实施细则。', { 甲条例: 'MENTION' }],
    ['尚未修订《甲办法》。', { 甲办法: 'MENTION' }],
    ['形成《甲一览表》。', { 甲一览表: 'MENTION' }],
    ['修订以下制度：《甲办法》《乙办法》。', { 甲办法: 'REVISE', 乙办法: 'REVISE' }],
    ['修订《关于加强\n\n管理的规定》。', { 关于加强管理的规定: 'REVISE' }],
    ['修订《甲（试行）办法（2024年版）》。', { '甲（试行）办法（2024年版）': 'REVISE' }],
    ['修订《甲办法，未闭合。修订《乙办法》。', { 乙办法: 'REVISE' }],
  ])('%s', (sentence, expected) => {
    const { documents } = readMeasure(sentence);
    expect(Object.fromEntries(documents.map(({ title, action }) => [title, action]))).toEqual(
      expected,
    );
  });
});

describe('several mentions of one document', () => {
  test('are one entry with its strongest action, and each mention is kept', () => {
    const { documents } = readMeasure('学习《甲办法》。修订《甲办法》；对照《甲办法》自查。');
    expect(documents).toHaveLength(1);
    expect(documents[0]?.action).toBe('REVISE');
    expect(documents[0]?.mentions.map((mention) => mention.action)).toEqual([
      'MENTION',
      'REVISE',
      'MENTION',
    ]);
  });

  test.each(['以下简称《甲》', '以下简称“甲”', '简称甲', '试行，以下简称《甲》'])(
    'a short name announced as （%s） leads to the full title',
    (announcement) => {
      const later = announcement.includes('“') ? '“甲”' : '《甲》';
      const { documents } = readMeasure(`学习《某县甲办法》（${announcement}）。修订${later}。`);
      expect(documents.map(({ title, action, shortNames }) => [title, action, shortNames])).toEqual(
        [['某县甲办法', 'REVISE', ['甲']]],
      );
    },
  );

  test('a bare name that was never announced is pointed out', () => {
    const { warnings } = readMeasure('修订《办法》。');
    expect(warnings.map((warning) => warning.message).join()).toMatch(/《办法》.*never announced/);
  });
});

test('a document named in the problem was not made there', () => {
  const { documents } = parseNotice(
    '关于巡察整改进展情况的通报\n二、巡察反馈意见整改落实情况\n（一）关于党的建设方面\n1. 针对未及时修订《甲办法》的问题。一是召开会议。\n',
  );
  expect(documents.map(({ action, itemPath }) => [action, itemPath])).toEqual([
    ['MENTION', [1, 1]],
  ]);
});

test.each([
  ['排演话剧《甲》', 'ARTWORK'],
  ['观看警示教育片《甲》', 'ARTWORK'],
  ['观看《甲》警示教育片', 'ARTWORK'],
  ['创作歌曲《甲》', 'ARTWORK'],
  ['开展《甲》专题讲座', 'LECTURE'],
  ['以《甲》为题讲授党课', 'LECTURE'],
  ['学习《习近平谈治国理政》第四卷', 'PUBLICATION'],
  ['在《人民日报》刊发报道', 'PUBLICATION'],
])('what is no document stands apart: %s', (sentence, kind) => {
  const parsed = readMeasure(`${sentence}。`);
  expect(parsed.works.map((work) => work.kind)).toEqual([kind]);
  expect(parsed.documents).toEqual([]);
});

test('a law stays a document whatever lecture is given about it', () => {
  expect(readMeasure('开展《民法典》专题讲座。').documents.map(({ action }) => action)).toEqual([
    'MENTION',
  ]);
});
