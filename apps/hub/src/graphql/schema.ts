import '@taizhang/access';
import '@taizhang/documents';
import '@taizhang/integration';
import '@taizhang/rectification';
import '@taizhang/reporting';
import '@taizhang/search';
import '@taizhang/trainings';
import { builder } from '@taizhang/platform';

/** The hub's whole schema: every domain has added its types to the one builder. */
export const schema = builder.toSchema();
