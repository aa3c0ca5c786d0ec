import type { Term } from '@taizhang/client/terms';
import type { ContactKind } from './annual-review.type.ts';

/** What the ways to reach a bureau are called; the schema has no enum of them. */
export const CONTACT: Readonly<Record<ContactKind, Term>> = {
  PHONE: { zh: '联系电话', en: 'Phone' },
  FAX: { zh: '传真', en: 'Fax' },
  EMAIL: { zh: '电子邮箱', en: 'E-mail' },
  ADDRESS: { zh: '通讯地址', en: 'Address' },
  POSTCODE: { zh: '邮政编码', en: 'Postcode' },
};

export const DEMO_MARK = '演示数据 / Demonstration data';
