import type { graphql } from './graphql.ts';

type Enum<Name extends string> = ReturnType<typeof graphql.scalar<Name>>;

export type DocumentActionKind = Enum<'DocumentActionKind'>;
export type DocumentStatus = Enum<'DocumentStatus'>;
export type EvidenceStatus = Enum<'EvidenceStatus'>;
export type ItemStatus = Enum<'ItemStatus'>;
export type MeasureStatus = Enum<'MeasureStatus'>;
export type Provenance = Enum<'Provenance'>;
export type RectificationType = Enum<'RectificationType'>;
export type Role = Enum<'Role'>;
export type TrainingDirection = Enum<'TrainingDirection'>;
export type TrainingKind = Enum<'TrainingKind'>;
export type TrainingStatus = Enum<'TrainingStatus'>;
export type MechanismCadence = Enum<'MechanismCadence'>;
export type MechanismStatus = Enum<'MechanismStatus'>;
export type OccurrenceStatus = Enum<'OccurrenceStatus'>;
