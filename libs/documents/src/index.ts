import './graphql/document.type.ts';
import './graphql/compare-versions.field.ts';
import './graphql/documents.query.ts';
import './graphql/document.mutations.ts';

export { visibleDocuments } from './visible-documents.ts';
