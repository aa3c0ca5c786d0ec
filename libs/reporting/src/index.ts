import './graphql/metrics.query.ts';
