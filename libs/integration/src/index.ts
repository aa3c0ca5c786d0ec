import './graphql/import-notice.mutation.ts';
