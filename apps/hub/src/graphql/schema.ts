import '@taizhang/access';
import '@taizhang/documents';
import '@taizhang/integration';
import '@taizhang/mechanisms';
import '@taizhang/rectification';
import '@taizhang/registers';
import '@taizhang/reporting';
import '@taizhang/search';
import '@taizhang/trainings';
import { builder, registerEvents } from '@taizhang/platform';
import { EVENT_CATALOGUES } from './event-catalogues.ts';

for (const catalogue of Object.values(EVENT_CATALOGUES)) registerEvents(catalogue);

/** The hub's whole schema: every domain has added its types to the one builder. */
export const schema = builder.toSchema({ sortSchema: false });
