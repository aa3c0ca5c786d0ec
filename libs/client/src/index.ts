export { createHubClient, type HubClientOptions } from './create-hub-client.ts';
export {
  graphql,
  maskFragments,
  readFragment,
  type FragmentOf,
  type ResultOf,
  type TadaDocumentNode,
  type VariablesOf,
} from './graphql.ts';
export type {
  DocumentActionKind,
  DocumentStatus,
  EvidenceStatus,
  ItemStatus,
  MeasureStatus,
  Provenance,
  RectificationType,
  Role,
  TrainingDirection,
  TrainingKind,
  TrainingStatus,
  MechanismCadence,
  MechanismStatus,
  OccurrenceStatus,
} from './schema-enums.ts';
