import type { RegisterFile } from '../definition.ts';
import { AGREEMENT_TEMPLATES } from './agreements.ts';
import { INTEGRITY_TEMPLATES } from './integrity.ts';
import { OPERATION_TEMPLATES } from './operations.ts';
import { PROCUREMENT_TEMPLATES } from './procurement.ts';

/** The ready definitions, each usable at once. One that names entries of another comes after it. */
export const REGISTER_TEMPLATES: readonly RegisterFile[] = [
  ...PROCUREMENT_TEMPLATES,
  ...AGREEMENT_TEMPLATES,
  ...INTEGRITY_TEMPLATES,
  ...OPERATION_TEMPLATES,
];
