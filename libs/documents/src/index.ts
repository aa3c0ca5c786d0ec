import { nameActions } from '@taizhang/platform';
import './graphql/document.type.ts';
import './graphql/compare-versions.field.ts';
import './graphql/documents.query.ts';
import './graphql/document.mutations.ts';
import { DOCUMENT_ACTION_WORDS } from './rules/index.ts';

nameActions(DOCUMENT_ACTION_WORDS);

export { visibleDocuments } from './visible-documents.ts';
