import type { DUE_PRECISIONS } from '@taizhang/rectification/rules';
import type {
  ContactKind,
  DocumentActionKind,
  ItemStatus,
  LeadingGroupPost,
  MeasureStatus,
  Provenance,
  RectificationType,
  TrainingDirection,
  TrainingKind,
} from './annual-review.type.ts';

/** One glossary term in both languages. */
export interface Term {
  readonly zh: string;
  readonly en: string;
}
const term = (zh: string, en: string): Term => ({ zh, en });

export const ITEM_STATUS: Readonly<Record<ItemStatus, Term>> = {
  REGISTERED: term('已登记', 'Registered'),
  ASSIGNED: term('已交办', 'Assigned'),
  PLANNED: term('方案已批', 'Planned'),
  IN_PROGRESS: term('整改中', 'In progress'),
  SUBMITTED: term('已提交', 'Submitted'),
  LEADER_SIGNED: term('领导已签', 'Signed by leader'),
  VERIFYING: term('核验中', 'Verifying'),
  CLOSED: term('已销号', 'Closed'),
  LONG_TERM: term('长期整改', 'Long term'),
  REOPENED: term('重新打开', 'Reopened'),
  WITHDRAWN: term('已撤回', 'Withdrawn'),
};

export const RECTIFICATION_TYPE: Readonly<Record<RectificationType, Term>> = {
  IMMEDIATE: term('立行立改', 'Immediate'),
  TIME_BOUND: term('限期整改', 'Time-bound'),
  LONG_TERM: term('长期整改', 'Long term'),
};

export const DUE_PRECISION: Readonly<Record<(typeof DUE_PRECISIONS)[number], Term>> = {
  DAY: term('具体日期', 'A day'),
  MONTH_END: term('月底前', 'End of a month'),
  YEAR_END: term('年底前', 'End of a year'),
};

export const MEASURE_STATUS: Readonly<Record<MeasureStatus, Term>> = {
  DRAFT: term('拟定', 'Draft'),
  APPROVED: term('已批准', 'Approved'),
  IN_PROGRESS: term('进行中', 'In progress'),
  SUBMITTED: term('已提交', 'Submitted'),
  ACCEPTED: term('已验收', 'Accepted'),
  RETURNED: term('已退回', 'Returned'),
  CANCELLED: term('已取消', 'Cancelled'),
};

/** In the order in which a report lists them: finished work first. */
export const DOCUMENT_ACTION: Readonly<Record<DocumentActionKind, Term>> = {
  REVISE: term('修订', 'Revised'),
  ESTABLISH: term('制定', 'Established'),
  ISSUE: term('印发', 'Issued'),
  REPEAL: term('废止', 'Repealed'),
  DRAFT: term('起草', 'Drafted'),
  BEGIN_REVISION: term('启动修订', 'Revision begun'),
  MENTION: term('提及', 'Mentioned'),
};

export const TRAINING_KIND: Readonly<Record<TrainingKind, Term>> = {
  TRAINING: term('培训', 'Training'),
  LECTURE: term('讲座', 'Lecture'),
  SYMPOSIUM: term('座谈会', 'Symposium'),
  MEETING: term('会议', 'Meeting'),
  FIRST_AGENDA_STUDY: term('“第一议题”学习', 'First-agenda study'),
  CENTRAL_GROUP_STUDY: term('中心组学习', 'Central-group study'),
  HEART_TO_HEART_TALK: term('谈心谈话', 'Heart-to-heart talk'),
  FIELD_RESEARCH: term('调研', 'Field research'),
  VISIT: term('走访', 'Visit'),
};

export const TRAINING_DIRECTION: Readonly<Record<TrainingDirection, Term>> = {
  HELD: term('举办', 'Held'),
  ATTENDED: term('参加', 'Attended'),
};

export const LEADING_GROUP_POST: Readonly<Record<LeadingGroupPost, Term>> = {
  HEAD: term('组长', 'Head'),
  DEPUTY_HEAD: term('副组长', 'Deputy head'),
  MEMBER: term('成员', 'Member'),
};

export const CONTACT: Readonly<Record<ContactKind, Term>> = {
  PHONE: term('联系电话', 'Phone'),
  FAX: term('传真', 'Fax'),
  EMAIL: term('电子邮箱', 'E-mail'),
  ADDRESS: term('通讯地址', 'Address'),
  POSTCODE: term('邮政编码', 'Postcode'),
};

export const PROVENANCE: Readonly<Record<Provenance, Term>> = {
  ENTERED: term('录入', 'Entered'),
  NOTICE: term('通报', 'Notice'),
  DEMO: term('演示', 'Demonstration'),
};

export const DEMO_MARK = '演示数据 / Demonstration data';
