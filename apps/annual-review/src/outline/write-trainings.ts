import { TERMS } from '@taizhang/client/terms';
import type { ReviewTraining } from '../review/annual-review.type.ts';
import type { TrainingFigures } from '../review/summarize.ts';
import type { Chapter } from './build-outline.ts';

/** Chapter 培训会议: one table by kind. Attendances and hours are sums of what was recorded. */
export function writeTrainings(
  all: readonly ReviewTraining[],
  figures: readonly TrainingFigures[],
): Chapter {
  const english = 'Trainings and Meetings';
  const text = '教育培训和会议情况';
  if (all.length === 0) {
    return {
      text,
      english,
      blocks: [{ kind: 'paragraph', text: '台账中没有本年度教育培训和会议记录。' }],
    };
  }
  const sum = (read: (row: TrainingFigures) => number) =>
    figures.reduce((total, row) => total + read(row), 0);
  const attended = all.filter((training) => training.direction === 'ATTENDED').length;
  const unrecorded = sum((row) => row.withoutAttendance);
  const summary = [
    `本年度台账登记教育培训和会议${all.length}项`,
    attended > 0 ? `（其中参加上级或外单位组织的${attended}项）` : '',
    `，共${sum((row) => row.sessions)}场次`,
    unrecorded < all.length ? `，已登记${sum((row) => row.attendances)}人次` : '',
    unrecorded > 0 ? `；另有${unrecorded}项未登记人数` : '',
    '。',
  ].join('');
  return {
    text,
    english,
    blocks: [
      { kind: 'paragraph', text: summary },
      {
        kind: 'table',
        columns: [
          { zh: '类别', en: 'Kind', width: 32, align: 'left' },
          { zh: '项数', en: 'Count', width: 17, align: 'center' },
          { zh: '场次', en: 'Sessions', width: 17, align: 'center' },
          { zh: '人次', en: 'Attendances', width: 17, align: 'center' },
          { zh: '学时', en: 'Hours', width: 17, align: 'center' },
        ],
        rows: figures.map((row) => [
          TERMS.TrainingKind[row.kind].zh,
          String(row.count),
          String(row.sessions),
          row.withoutAttendance === row.count ? '—' : String(row.attendances),
          row.hours === 0 ? '—' : String(row.hours),
        ]),
      },
    ],
  };
}
