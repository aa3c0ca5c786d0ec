import { bilingual, defineEvents } from '@taizhang/platform/rules';

const training = (chinese: string, english: string) =>
  ({ subject: 'Training', words: bilingual(chinese, english) }) as const;

/** What happens to trainings, their sessions and who was there. */
export const TRAINING_EVENTS = defineEvents({
  TRAINING_PLANNED: training('计划培训会议', 'Training planned'),
  TRAINING_RECORDED: training('登记培训会议', 'Training recorded'),
  TRAINING_EDITED: training('修改培训会议', 'Training edited'),
  TRAINING_HELD: training('举办培训会议', 'Training held'),
  TRAINING_SESSIONS_RECORDED: training('登记场次', 'Sessions recorded'),
  TRAINING_VERIFIED: training('核实培训会议', 'Training verified'),
  TRAINING_POSTPONED: training('延期', 'Postponed'),
  TRAINING_RESCHEDULED: training('重新安排', 'Rescheduled'),
  TRAINING_CANCELLED: training('取消', 'Cancelled'),

  TRAINING_SESSION_ADDED: {
    subject: 'TrainingSession',
    words: bilingual('登记一场', 'Session added'),
  },
  TRAINING_ATTENDANCE_ADDED: {
    subject: 'TrainingAttendance',
    words: bilingual('登记到场', 'Attendance added'),
  },
});
