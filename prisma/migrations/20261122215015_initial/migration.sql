-- CreateEnum
CREATE TYPE "OrganizationKind" AS ENUM ('DISTRICT', 'BUREAU', 'UNIT');

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('SECTION_CONTACT', 'PARTY_AFFAIRS', 'LEAD_LEADER', 'PARTY_SECRETARY', 'INSPECTION_OFFICE', 'DASHBOARD_VIEWER', 'SYSTEM_ADMINISTRATOR');

-- CreateEnum
CREATE TYPE "DocumentStatus" AS ENUM ('PROPOSED', 'DRAFTING', 'CONSULTING', 'LEGAL_REVIEW', 'APPROVED', 'ISSUED', 'IN_FORCE', 'UNDER_REVISION', 'SUPERSEDED', 'REPEALED');

-- CreateEnum
CREATE TYPE "DocumentActionKind" AS ENUM ('REVISE', 'ESTABLISH', 'DRAFT', 'ISSUE', 'REPEAL', 'BEGIN_REVISION', 'MENTION');

-- CreateEnum
CREATE TYPE "RoundKind" AS ENUM ('INSPECTION', 'AUDIT');

-- CreateEnum
CREATE TYPE "ItemStatus" AS ENUM ('REGISTERED', 'ASSIGNED', 'PLANNED', 'IN_PROGRESS', 'SUBMITTED', 'LEADER_SIGNED', 'VERIFYING', 'CLOSED', 'LONG_TERM', 'REOPENED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "RectificationType" AS ENUM ('IMMEDIATE', 'TIME_BOUND', 'LONG_TERM');

-- CreateEnum
CREATE TYPE "MeasureStatus" AS ENUM ('DRAFT', 'APPROVED', 'IN_PROGRESS', 'SUBMITTED', 'ACCEPTED', 'RETURNED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "PlanStatus" AS ENUM ('DRAFT', 'APPROVED');

-- CreateEnum
CREATE TYPE "ExtensionStatus" AS ENUM ('REQUESTED', 'GRANTED', 'REFUSED');

-- CreateEnum
CREATE TYPE "SupervisionKind" AS ENUM ('SUPERVISION', 'REMINDER');

-- CreateEnum
CREATE TYPE "EvidenceStatus" AS ENUM ('PENDING', 'ACCEPTED', 'REJECTED');

-- CreateEnum
CREATE TYPE "LeadingGroupPost" AS ENUM ('HEAD', 'DEPUTY_HEAD', 'MEMBER');

-- CreateEnum
CREATE TYPE "Provenance" AS ENUM ('ENTERED', 'NOTICE', 'DEMO');

-- CreateEnum
CREATE TYPE "TrainingKind" AS ENUM ('TRAINING', 'LECTURE', 'SYMPOSIUM', 'MEETING', 'FIRST_AGENDA_STUDY', 'CENTRAL_GROUP_STUDY', 'HEART_TO_HEART_TALK', 'FIELD_RESEARCH', 'VISIT');

-- CreateEnum
CREATE TYPE "TrainingDirection" AS ENUM ('HELD', 'ATTENDED');

-- CreateEnum
CREATE TYPE "TrainingStatus" AS ENUM ('PLANNED', 'HELD', 'RECORDED', 'VERIFIED', 'POSTPONED', 'CANCELLED');

-- CreateTable
CREATE TABLE "Organization" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "shortName" TEXT,
    "kind" "OrganizationKind" NOT NULL,
    "parentId" UUID,
    "path" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Organization_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Person" (
    "id" UUID NOT NULL,
    "organizationId" UUID NOT NULL,
    "displayName" TEXT NOT NULL,
    "position" TEXT,
    "isDemo" BOOLEAN NOT NULL DEFAULT false,
    "disabledAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RoleAssignment" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "role" "Role" NOT NULL,
    "organizationId" UUID NOT NULL,

    CONSTRAINT "RoleAssignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Account" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "loginName" TEXT NOT NULL,
    "passwordHash" TEXT,
    "mustChangePassword" BOOLEAN NOT NULL DEFAULT false,
    "failedAttempts" INTEGER NOT NULL DEFAULT 0,
    "lockedUntil" TIMESTAMPTZ(3),
    "disabledAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),
    "address" TEXT,
    "userAgent" TEXT,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ApiClient" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "role" "Role" NOT NULL,
    "organizationId" UUID NOT NULL,
    "disabledAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ApiClient_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Event" (
    "id" BIGSERIAL NOT NULL,
    "occurredAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "type" TEXT NOT NULL,
    "subjectType" TEXT NOT NULL,
    "subjectId" UUID NOT NULL,
    "subjectVersion" INTEGER,
    "itemId" UUID,
    "organizationId" UUID,
    "actorPersonId" UUID,
    "actorName" TEXT NOT NULL,
    "address" TEXT,
    "reason" TEXT,
    "before" JSONB,
    "after" JSONB,

    CONSTRAINT "Event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Outbox" (
    "id" BIGSERIAL NOT NULL,
    "eventId" BIGINT NOT NULL,
    "topic" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deliveredAt" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Outbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IdempotencyRecord" (
    "actorKey" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "mutation" TEXT NOT NULL,
    "requestHash" TEXT NOT NULL,
    "subjectId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "IdempotencyRecord_pkey" PRIMARY KEY ("actorKey","key")
);

-- CreateTable
CREATE TABLE "InstitutionalDocument" (
    "id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "organizationId" UUID NOT NULL,
    "responsibleUnitId" UUID,
    "status" "DocumentStatus",
    "statusIsReported" BOOLEAN NOT NULL DEFAULT false,
    "provenance" "Provenance" NOT NULL DEFAULT 'ENTERED',
    "provenanceNote" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "InstitutionalDocument_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DocumentVersion" (
    "id" UUID NOT NULL,
    "documentId" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "documentNumber" TEXT,
    "issuedOn" DATE,
    "effectiveOn" DATE,
    "summary" TEXT,
    "text" TEXT,
    "fileId" UUID,
    "provenance" "Provenance" NOT NULL DEFAULT 'ENTERED',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DocumentVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DocumentAction" (
    "id" UUID NOT NULL,
    "documentId" UUID NOT NULL,
    "action" "DocumentActionKind" NOT NULL,
    "actedOn" DATE,
    "itemId" UUID,
    "measureId" UUID,
    "provenance" "Provenance" NOT NULL DEFAULT 'ENTERED',
    "sourceStart" INTEGER,
    "sourceEnd" INTEGER,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DocumentAction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "InspectionRound" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "kind" "RoundKind" NOT NULL DEFAULT 'INSPECTION',
    "title" TEXT NOT NULL,
    "inspectedOrganizationId" UUID NOT NULL,
    "inspectionTeam" TEXT,
    "inspectedFrom" DATE,
    "inspectedTo" DATE,
    "feedbackOn" DATE,
    "intensivePeriodEndsOn" DATE,
    "provenance" "Provenance" NOT NULL DEFAULT 'ENTERED',
    "provenanceNote" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "InspectionRound_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Notice" (
    "id" UUID NOT NULL,
    "roundId" UUID NOT NULL,
    "fileName" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "stated" JSONB NOT NULL,
    "contacts" JSONB NOT NULL,
    "importedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LeadingGroupMember" (
    "id" UUID NOT NULL,
    "roundId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "post" "LeadingGroupPost" NOT NULL,

    CONSTRAINT "LeadingGroupMember_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RectificationPlan" (
    "id" UUID NOT NULL,
    "roundId" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "status" "PlanStatus" NOT NULL DEFAULT 'DRAFT',
    "approvedOn" DATE,
    "provenance" "Provenance" NOT NULL DEFAULT 'ENTERED',
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RectificationPlan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FindingArea" (
    "id" UUID NOT NULL,
    "roundId" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "provenance" "Provenance" NOT NULL DEFAULT 'ENTERED',
    "sourceStart" INTEGER,
    "sourceEnd" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "FindingArea_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RectificationItem" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "roundId" UUID NOT NULL,
    "areaId" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "organizationId" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT,
    "type" "RectificationType",
    "status" "ItemStatus" NOT NULL DEFAULT 'REGISTERED',
    "primaryResponsiblePersonId" UUID,
    "leadLeaderId" UUID,
    "responsibleUnitId" UUID,
    "dueOn" DATE,
    "firstDueOn" DATE,
    "closedOn" DATE,
    "reviewOn" DATE,
    "provenance" "Provenance" NOT NULL DEFAULT 'ENTERED',
    "provenanceNote" TEXT,
    "sourceStart" INTEGER,
    "sourceEnd" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RectificationItem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RectificationItemSupportingUnit" (
    "itemId" UUID NOT NULL,
    "organizationId" UUID NOT NULL,

    CONSTRAINT "RectificationItemSupportingUnit_pkey" PRIMARY KEY ("itemId","organizationId")
);

-- CreateTable
CREATE TABLE "FindingManifestation" (
    "id" UUID NOT NULL,
    "itemId" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "FindingManifestation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Milestone" (
    "id" UUID NOT NULL,
    "itemId" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "dueOn" DATE,
    "reachedOn" DATE,

    CONSTRAINT "Milestone_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CorrectiveMeasure" (
    "id" UUID NOT NULL,
    "itemId" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "status" "MeasureStatus" NOT NULL DEFAULT 'DRAFT',
    "ownerId" UUID,
    "responsibleUnitId" UUID,
    "dueOn" DATE,
    "progress" TEXT,
    "submittedById" UUID,
    "submittedAt" TIMESTAMPTZ(3),
    "acceptedById" UUID,
    "acceptedAt" TIMESTAMPTZ(3),
    "returnReason" TEXT,
    "replacedById" UUID,
    "provenance" "Provenance" NOT NULL DEFAULT 'ENTERED',
    "sourceStart" INTEGER,
    "sourceEnd" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CorrectiveMeasure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ExtensionRequest" (
    "id" UUID NOT NULL,
    "itemId" UUID NOT NULL,
    "status" "ExtensionStatus" NOT NULL DEFAULT 'REQUESTED',
    "requestedById" UUID NOT NULL,
    "requestedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "previousDueOn" DATE NOT NULL,
    "requestedDueOn" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ(3),
    "decisionReason" TEXT,
    "provenance" "Provenance" NOT NULL DEFAULT 'ENTERED',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "ExtensionRequest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Supervision" (
    "id" UUID NOT NULL,
    "itemId" UUID NOT NULL,
    "kind" "SupervisionKind" NOT NULL,
    "supervisedOn" DATE NOT NULL,
    "byPersonId" UUID NOT NULL,
    "note" TEXT NOT NULL,
    "provenance" "Provenance" NOT NULL DEFAULT 'ENTERED',

    CONSTRAINT "Supervision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StoredFile" (
    "id" UUID NOT NULL,
    "sha256" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "byteSize" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "StoredFile_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Evidence" (
    "id" UUID NOT NULL,
    "fileId" UUID NOT NULL,
    "itemId" UUID NOT NULL,
    "measureId" UUID,
    "fileName" TEXT NOT NULL,
    "description" TEXT,
    "status" "EvidenceStatus" NOT NULL DEFAULT 'PENDING',
    "uploadedById" UUID NOT NULL,
    "uploadedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ(3),
    "decisionReason" TEXT,
    "provenance" "Provenance" NOT NULL DEFAULT 'ENTERED',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Training" (
    "id" UUID NOT NULL,
    "kind" "TrainingKind" NOT NULL,
    "direction" "TrainingDirection" NOT NULL DEFAULT 'HELD',
    "topic" TEXT NOT NULL,
    "status" "TrainingStatus" NOT NULL DEFAULT 'PLANNED',
    "organizationId" UUID NOT NULL,
    "responsibleUnitId" UUID,
    "itemId" UUID,
    "measureId" UUID,
    "heldOn" DATE,
    "statedSessions" INTEGER,
    "statedAttendances" INTEGER,
    "statedHours" DECIMAL(8,1),
    "provenance" "Provenance" NOT NULL DEFAULT 'ENTERED',
    "provenanceNote" TEXT,
    "sourceStart" INTEGER,
    "sourceEnd" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Training_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TrainingSession" (
    "id" UUID NOT NULL,
    "trainingId" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "heldOn" DATE,
    "location" TEXT,
    "hours" DECIMAL(5,1),
    "attendanceCount" INTEGER,
    "provenance" "Provenance" NOT NULL DEFAULT 'ENTERED',

    CONSTRAINT "TrainingSession_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TrainingAttendance" (
    "id" UUID NOT NULL,
    "sessionId" UUID NOT NULL,
    "personId" UUID,
    "organizationId" UUID,
    "headcount" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "TrainingAttendance_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Organization_code_key" ON "Organization"("code");

-- CreateIndex
CREATE UNIQUE INDEX "Organization_path_key" ON "Organization"("path");

-- CreateIndex
CREATE INDEX "Organization_parentId_idx" ON "Organization"("parentId");

-- CreateIndex
CREATE INDEX "Person_organizationId_idx" ON "Person"("organizationId");

-- CreateIndex
CREATE INDEX "RoleAssignment_organizationId_idx" ON "RoleAssignment"("organizationId");

-- CreateIndex
CREATE UNIQUE INDEX "RoleAssignment_personId_role_organizationId_key" ON "RoleAssignment"("personId", "role", "organizationId");

-- CreateIndex
CREATE UNIQUE INDEX "Account_personId_key" ON "Account"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "Account_loginName_key" ON "Account"("loginName");

-- CreateIndex
CREATE UNIQUE INDEX "Session_tokenHash_key" ON "Session"("tokenHash");

-- CreateIndex
CREATE INDEX "Session_accountId_idx" ON "Session"("accountId");

-- CreateIndex
CREATE INDEX "Session_expiresAt_idx" ON "Session"("expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "ApiClient_name_key" ON "ApiClient"("name");

-- CreateIndex
CREATE UNIQUE INDEX "ApiClient_tokenHash_key" ON "ApiClient"("tokenHash");

-- CreateIndex
CREATE INDEX "ApiClient_organizationId_idx" ON "ApiClient"("organizationId");

-- CreateIndex
CREATE INDEX "Event_subjectType_subjectId_id_idx" ON "Event"("subjectType", "subjectId", "id");

-- CreateIndex
CREATE INDEX "Event_itemId_id_idx" ON "Event"("itemId", "id");

-- CreateIndex
CREATE INDEX "Event_actorPersonId_idx" ON "Event"("actorPersonId");

-- CreateIndex
CREATE UNIQUE INDEX "Outbox_eventId_key" ON "Outbox"("eventId");

-- CreateIndex
CREATE INDEX "IdempotencyRecord_createdAt_idx" ON "IdempotencyRecord"("createdAt");

-- CreateIndex
CREATE INDEX "InstitutionalDocument_responsibleUnitId_status_idx" ON "InstitutionalDocument"("responsibleUnitId", "status");

-- CreateIndex
CREATE INDEX "InstitutionalDocument_status_id_idx" ON "InstitutionalDocument"("status", "id");

-- CreateIndex
CREATE UNIQUE INDEX "InstitutionalDocument_organizationId_title_key" ON "InstitutionalDocument"("organizationId", "title");

-- CreateIndex
CREATE INDEX "DocumentVersion_fileId_idx" ON "DocumentVersion"("fileId");

-- CreateIndex
CREATE UNIQUE INDEX "DocumentVersion_documentId_ordinal_key" ON "DocumentVersion"("documentId", "ordinal");

-- CreateIndex
CREATE INDEX "DocumentAction_documentId_idx" ON "DocumentAction"("documentId");

-- CreateIndex
CREATE INDEX "DocumentAction_itemId_idx" ON "DocumentAction"("itemId");

-- CreateIndex
CREATE INDEX "DocumentAction_measureId_idx" ON "DocumentAction"("measureId");

-- CreateIndex
CREATE INDEX "DocumentAction_action_actedOn_idx" ON "DocumentAction"("action", "actedOn");

-- CreateIndex
CREATE UNIQUE INDEX "InspectionRound_code_key" ON "InspectionRound"("code");

-- CreateIndex
CREATE INDEX "InspectionRound_inspectedOrganizationId_idx" ON "InspectionRound"("inspectedOrganizationId");

-- CreateIndex
CREATE INDEX "InspectionRound_feedbackOn_idx" ON "InspectionRound"("feedbackOn");

-- CreateIndex
CREATE UNIQUE INDEX "Notice_roundId_key" ON "Notice"("roundId");

-- CreateIndex
CREATE INDEX "LeadingGroupMember_personId_idx" ON "LeadingGroupMember"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "LeadingGroupMember_roundId_personId_key" ON "LeadingGroupMember"("roundId", "personId");

-- CreateIndex
CREATE UNIQUE INDEX "RectificationPlan_roundId_title_key" ON "RectificationPlan"("roundId", "title");

-- CreateIndex
CREATE UNIQUE INDEX "FindingArea_roundId_ordinal_key" ON "FindingArea"("roundId", "ordinal");

-- CreateIndex
CREATE UNIQUE INDEX "RectificationItem_code_key" ON "RectificationItem"("code");

-- CreateIndex
CREATE INDEX "RectificationItem_roundId_code_idx" ON "RectificationItem"("roundId", "code");

-- CreateIndex
CREATE INDEX "RectificationItem_organizationId_status_dueOn_id_idx" ON "RectificationItem"("organizationId", "status", "dueOn", "id");

-- CreateIndex
CREATE INDEX "RectificationItem_organizationId_code_idx" ON "RectificationItem"("organizationId", "code");

-- CreateIndex
CREATE INDEX "RectificationItem_responsibleUnitId_status_dueOn_id_idx" ON "RectificationItem"("responsibleUnitId", "status", "dueOn", "id");

-- CreateIndex
CREATE INDEX "RectificationItem_leadLeaderId_status_dueOn_id_idx" ON "RectificationItem"("leadLeaderId", "status", "dueOn", "id");

-- CreateIndex
CREATE INDEX "RectificationItem_primaryResponsiblePersonId_idx" ON "RectificationItem"("primaryResponsiblePersonId");

-- CreateIndex
CREATE INDEX "RectificationItem_status_dueOn_id_idx" ON "RectificationItem"("status", "dueOn", "id");

-- CreateIndex
CREATE INDEX "RectificationItem_dueOn_id_idx" ON "RectificationItem"("dueOn", "id");

-- CreateIndex
CREATE INDEX "RectificationItem_updatedAt_id_idx" ON "RectificationItem"("updatedAt", "id");

-- CreateIndex
CREATE UNIQUE INDEX "RectificationItem_areaId_ordinal_key" ON "RectificationItem"("areaId", "ordinal");

-- CreateIndex
CREATE INDEX "RectificationItemSupportingUnit_organizationId_idx" ON "RectificationItemSupportingUnit"("organizationId");

-- CreateIndex
CREATE UNIQUE INDEX "FindingManifestation_itemId_ordinal_key" ON "FindingManifestation"("itemId", "ordinal");

-- CreateIndex
CREATE UNIQUE INDEX "Milestone_itemId_ordinal_key" ON "Milestone"("itemId", "ordinal");

-- CreateIndex
CREATE INDEX "CorrectiveMeasure_ownerId_status_idx" ON "CorrectiveMeasure"("ownerId", "status");

-- CreateIndex
CREATE INDEX "CorrectiveMeasure_responsibleUnitId_status_dueOn_idx" ON "CorrectiveMeasure"("responsibleUnitId", "status", "dueOn");

-- CreateIndex
CREATE INDEX "CorrectiveMeasure_submittedById_idx" ON "CorrectiveMeasure"("submittedById");

-- CreateIndex
CREATE INDEX "CorrectiveMeasure_acceptedById_idx" ON "CorrectiveMeasure"("acceptedById");

-- CreateIndex
CREATE INDEX "CorrectiveMeasure_replacedById_idx" ON "CorrectiveMeasure"("replacedById");

-- CreateIndex
CREATE UNIQUE INDEX "CorrectiveMeasure_itemId_ordinal_key" ON "CorrectiveMeasure"("itemId", "ordinal");

-- CreateIndex
CREATE INDEX "ExtensionRequest_itemId_requestedAt_idx" ON "ExtensionRequest"("itemId", "requestedAt");

-- CreateIndex
CREATE INDEX "ExtensionRequest_requestedById_idx" ON "ExtensionRequest"("requestedById");

-- CreateIndex
CREATE INDEX "ExtensionRequest_decidedById_idx" ON "ExtensionRequest"("decidedById");

-- CreateIndex
CREATE INDEX "Supervision_itemId_supervisedOn_idx" ON "Supervision"("itemId", "supervisedOn");

-- CreateIndex
CREATE INDEX "Supervision_byPersonId_idx" ON "Supervision"("byPersonId");

-- CreateIndex
CREATE UNIQUE INDEX "StoredFile_sha256_key" ON "StoredFile"("sha256");

-- CreateIndex
CREATE INDEX "Evidence_itemId_uploadedAt_idx" ON "Evidence"("itemId", "uploadedAt");

-- CreateIndex
CREATE INDEX "Evidence_measureId_idx" ON "Evidence"("measureId");

-- CreateIndex
CREATE INDEX "Evidence_fileId_idx" ON "Evidence"("fileId");

-- CreateIndex
CREATE INDEX "Evidence_uploadedById_idx" ON "Evidence"("uploadedById");

-- CreateIndex
CREATE INDEX "Evidence_decidedById_idx" ON "Evidence"("decidedById");

-- CreateIndex
CREATE INDEX "Training_organizationId_heldOn_id_idx" ON "Training"("organizationId", "heldOn", "id");

-- CreateIndex
CREATE INDEX "Training_responsibleUnitId_idx" ON "Training"("responsibleUnitId");

-- CreateIndex
CREATE INDEX "Training_itemId_idx" ON "Training"("itemId");

-- CreateIndex
CREATE INDEX "Training_measureId_idx" ON "Training"("measureId");

-- CreateIndex
CREATE INDEX "Training_kind_heldOn_idx" ON "Training"("kind", "heldOn");

-- CreateIndex
CREATE INDEX "Training_heldOn_id_idx" ON "Training"("heldOn", "id");

-- CreateIndex
CREATE UNIQUE INDEX "TrainingSession_trainingId_ordinal_key" ON "TrainingSession"("trainingId", "ordinal");

-- CreateIndex
CREATE INDEX "TrainingAttendance_personId_idx" ON "TrainingAttendance"("personId");

-- CreateIndex
CREATE INDEX "TrainingAttendance_organizationId_idx" ON "TrainingAttendance"("organizationId");

-- CreateIndex
CREATE UNIQUE INDEX "TrainingAttendance_sessionId_personId_key" ON "TrainingAttendance"("sessionId", "personId");

-- CreateIndex
CREATE UNIQUE INDEX "TrainingAttendance_sessionId_organizationId_key" ON "TrainingAttendance"("sessionId", "organizationId");

-- AddForeignKey
ALTER TABLE "Organization" ADD CONSTRAINT "Organization_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Person" ADD CONSTRAINT "Person_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoleAssignment" ADD CONSTRAINT "RoleAssignment_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoleAssignment" ADD CONSTRAINT "RoleAssignment_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Account" ADD CONSTRAINT "Account_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApiClient" ADD CONSTRAINT "ApiClient_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Event" ADD CONSTRAINT "Event_actorPersonId_fkey" FOREIGN KEY ("actorPersonId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Outbox" ADD CONSTRAINT "Outbox_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InstitutionalDocument" ADD CONSTRAINT "InstitutionalDocument_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InstitutionalDocument" ADD CONSTRAINT "InstitutionalDocument_responsibleUnitId_fkey" FOREIGN KEY ("responsibleUnitId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DocumentVersion" ADD CONSTRAINT "DocumentVersion_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "InstitutionalDocument"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DocumentVersion" ADD CONSTRAINT "DocumentVersion_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "StoredFile"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DocumentAction" ADD CONSTRAINT "DocumentAction_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "InstitutionalDocument"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DocumentAction" ADD CONSTRAINT "DocumentAction_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "RectificationItem"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DocumentAction" ADD CONSTRAINT "DocumentAction_measureId_fkey" FOREIGN KEY ("measureId") REFERENCES "CorrectiveMeasure"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InspectionRound" ADD CONSTRAINT "InspectionRound_inspectedOrganizationId_fkey" FOREIGN KEY ("inspectedOrganizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "InspectionRound"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LeadingGroupMember" ADD CONSTRAINT "LeadingGroupMember_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "InspectionRound"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LeadingGroupMember" ADD CONSTRAINT "LeadingGroupMember_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RectificationPlan" ADD CONSTRAINT "RectificationPlan_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "InspectionRound"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FindingArea" ADD CONSTRAINT "FindingArea_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "InspectionRound"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RectificationItem" ADD CONSTRAINT "RectificationItem_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "InspectionRound"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RectificationItem" ADD CONSTRAINT "RectificationItem_areaId_fkey" FOREIGN KEY ("areaId") REFERENCES "FindingArea"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RectificationItem" ADD CONSTRAINT "RectificationItem_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RectificationItem" ADD CONSTRAINT "RectificationItem_primaryResponsiblePersonId_fkey" FOREIGN KEY ("primaryResponsiblePersonId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RectificationItem" ADD CONSTRAINT "RectificationItem_leadLeaderId_fkey" FOREIGN KEY ("leadLeaderId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RectificationItem" ADD CONSTRAINT "RectificationItem_responsibleUnitId_fkey" FOREIGN KEY ("responsibleUnitId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RectificationItemSupportingUnit" ADD CONSTRAINT "RectificationItemSupportingUnit_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "RectificationItem"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RectificationItemSupportingUnit" ADD CONSTRAINT "RectificationItemSupportingUnit_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FindingManifestation" ADD CONSTRAINT "FindingManifestation_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "RectificationItem"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Milestone" ADD CONSTRAINT "Milestone_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "RectificationItem"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CorrectiveMeasure" ADD CONSTRAINT "CorrectiveMeasure_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "RectificationItem"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CorrectiveMeasure" ADD CONSTRAINT "CorrectiveMeasure_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CorrectiveMeasure" ADD CONSTRAINT "CorrectiveMeasure_responsibleUnitId_fkey" FOREIGN KEY ("responsibleUnitId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CorrectiveMeasure" ADD CONSTRAINT "CorrectiveMeasure_submittedById_fkey" FOREIGN KEY ("submittedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CorrectiveMeasure" ADD CONSTRAINT "CorrectiveMeasure_acceptedById_fkey" FOREIGN KEY ("acceptedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CorrectiveMeasure" ADD CONSTRAINT "CorrectiveMeasure_replacedById_fkey" FOREIGN KEY ("replacedById") REFERENCES "CorrectiveMeasure"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ExtensionRequest" ADD CONSTRAINT "ExtensionRequest_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "RectificationItem"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ExtensionRequest" ADD CONSTRAINT "ExtensionRequest_requestedById_fkey" FOREIGN KEY ("requestedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ExtensionRequest" ADD CONSTRAINT "ExtensionRequest_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Supervision" ADD CONSTRAINT "Supervision_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "RectificationItem"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Supervision" ADD CONSTRAINT "Supervision_byPersonId_fkey" FOREIGN KEY ("byPersonId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "StoredFile"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "RectificationItem"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_measureId_fkey" FOREIGN KEY ("measureId") REFERENCES "CorrectiveMeasure"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_uploadedById_fkey" FOREIGN KEY ("uploadedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Training" ADD CONSTRAINT "Training_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Training" ADD CONSTRAINT "Training_responsibleUnitId_fkey" FOREIGN KEY ("responsibleUnitId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Training" ADD CONSTRAINT "Training_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "RectificationItem"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Training" ADD CONSTRAINT "Training_measureId_fkey" FOREIGN KEY ("measureId") REFERENCES "CorrectiveMeasure"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TrainingSession" ADD CONSTRAINT "TrainingSession_trainingId_fkey" FOREIGN KEY ("trainingId") REFERENCES "Training"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TrainingAttendance" ADD CONSTRAINT "TrainingAttendance_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "TrainingSession"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TrainingAttendance" ADD CONSTRAINT "TrainingAttendance_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TrainingAttendance" ADD CONSTRAINT "TrainingAttendance_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AlterTable
ALTER TABLE "RectificationItem" ADD COLUMN     "closedById" UUID,
ADD COLUMN     "submittedById" UUID;

-- CreateIndex
CREATE INDEX "RectificationItem_submittedById_idx" ON "RectificationItem"("submittedById");

-- CreateIndex
CREATE INDEX "RectificationItem_closedById_idx" ON "RectificationItem"("closedById");

-- AddForeignKey
ALTER TABLE "RectificationItem" ADD CONSTRAINT "RectificationItem_submittedById_fkey" FOREIGN KEY ("submittedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RectificationItem" ADD CONSTRAINT "RectificationItem_closedById_fkey" FOREIGN KEY ("closedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- CreateIndex
CREATE INDEX "CorrectiveMeasure_itemId_status_idx" ON "CorrectiveMeasure"("itemId", "status");

-- CreateIndex
CREATE INDEX "Evidence_itemId_status_idx" ON "Evidence"("itemId", "status");

-- Rules that the schema language cannot say. Prisma leaves checks and triggers alone.

-- A subtree is a prefix of the path: in this collation the unique index serves LIKE 'prefix%'.
ALTER TABLE "Organization" ALTER COLUMN "path" TYPE TEXT COLLATE "C";

-- What lists are sorted by: the same order on every server, whatever its locale, and on the embedded database.
ALTER TABLE "Organization" ALTER COLUMN "code" TYPE TEXT COLLATE "C";
ALTER TABLE "Person" ALTER COLUMN "displayName" TYPE TEXT COLLATE "C";
ALTER TABLE "RectificationItem" ALTER COLUMN "code" TYPE TEXT COLLATE "C";
ALTER TABLE "InstitutionalDocument" ALTER COLUMN "title" TYPE TEXT COLLATE "C";
ALTER TABLE "Training" ALTER COLUMN "topic" TYPE TEXT COLLATE "C";

ALTER TABLE "Organization"
  ADD CONSTRAINT "Organization_root_is_a_district" CHECK (("kind" = 'DISTRICT') = ("parentId" IS NULL)),
  ADD CONSTRAINT "Organization_path_ends_in_its_code" CHECK ("path" LIKE '%/'),
  ADD CONSTRAINT "Organization_has_a_name" CHECK (btrim("name") <> '');

ALTER TABLE "Person" ADD CONSTRAINT "Person_has_a_name" CHECK (btrim("displayName") <> '');

ALTER TABLE "Account" ADD CONSTRAINT "Account_counts_attempts" CHECK ("failedAttempts" >= 0);

ALTER TABLE "InspectionRound"
  ADD CONSTRAINT "InspectionRound_dates_follow_each_other" CHECK (
    ("inspectedTo" IS NULL OR "inspectedFrom" IS NULL OR "inspectedFrom" <= "inspectedTo")
    AND ("feedbackOn" IS NULL OR "inspectedFrom" IS NULL OR "inspectedFrom" <= "feedbackOn")
    AND ("intensivePeriodEndsOn" IS NULL OR "feedbackOn" IS NULL OR "feedbackOn" <= "intensivePeriodEndsOn")),
  ADD CONSTRAINT "InspectionRound_has_a_title" CHECK (btrim("title") <> '');

ALTER TABLE "FindingArea"
  ADD CONSTRAINT "FindingArea_ordinal_from_one" CHECK ("ordinal" >= 1),
  ADD CONSTRAINT "FindingArea_has_a_title" CHECK (btrim("title") <> '');

ALTER TABLE "RectificationItem"
  ADD CONSTRAINT "RectificationItem_ordinal_from_one" CHECK ("ordinal" >= 1),
  ADD CONSTRAINT "RectificationItem_has_a_title" CHECK (btrim("title") <> ''),
  ADD CONSTRAINT "RectificationItem_closed_has_its_day" CHECK (("status" = 'CLOSED') = ("closedOn" IS NOT NULL)),
  ADD CONSTRAINT "RectificationItem_assigned_has_a_leader" CHECK ("status" IN ('REGISTERED', 'WITHDRAWN') OR "leadLeaderId" IS NOT NULL OR "provenance" = 'NOTICE'),
  ADD CONSTRAINT "RectificationItem_four_eyes" CHECK ("closedById" IS NULL OR "closedById" <> "submittedById"),
  ADD CONSTRAINT "RectificationItem_keeps_its_first_due_date" CHECK (("dueOn" IS NULL) = ("firstDueOn" IS NULL)),
  ADD CONSTRAINT "RectificationItem_long_term_has_a_review" CHECK ("status" <> 'LONG_TERM' OR "reviewOn" IS NOT NULL);

ALTER TABLE "CorrectiveMeasure"
  ADD CONSTRAINT "CorrectiveMeasure_ordinal_from_one" CHECK ("ordinal" >= 1),
  ADD CONSTRAINT "CorrectiveMeasure_has_a_text" CHECK (btrim("text") <> ''),
  ADD CONSTRAINT "CorrectiveMeasure_submitted_by_someone" CHECK ("status" NOT IN ('SUBMITTED', 'ACCEPTED', 'RETURNED') OR ("submittedById" IS NOT NULL AND "submittedAt" IS NOT NULL)),
  ADD CONSTRAINT "CorrectiveMeasure_accepted_by_someone" CHECK ("status" <> 'ACCEPTED' OR ("acceptedById" IS NOT NULL AND "acceptedAt" IS NOT NULL)),
  ADD CONSTRAINT "CorrectiveMeasure_four_eyes" CHECK ("acceptedById" IS NULL OR "acceptedById" <> "submittedById"),
  ADD CONSTRAINT "CorrectiveMeasure_return_has_a_reason" CHECK ("status" <> 'RETURNED' OR btrim(coalesce("returnReason", '')) <> ''),
  ADD CONSTRAINT "CorrectiveMeasure_cancelled_is_replaced" CHECK ("status" <> 'CANCELLED' OR ("replacedById" IS NOT NULL AND "replacedById" <> "id"));

ALTER TABLE "ExtensionRequest"
  ADD CONSTRAINT "ExtensionRequest_moves_the_date_later" CHECK ("requestedDueOn" > "previousDueOn"),
  ADD CONSTRAINT "ExtensionRequest_decided_by_someone" CHECK (("status" = 'REQUESTED') = ("decidedById" IS NULL)),
  ADD CONSTRAINT "ExtensionRequest_four_eyes" CHECK ("decidedById" IS NULL OR "decidedById" <> "requestedById");

ALTER TABLE "StoredFile"
  ADD CONSTRAINT "StoredFile_is_fixed_by_its_hash" CHECK ("sha256" ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT "StoredFile_is_not_empty" CHECK ("byteSize" > 0);

ALTER TABLE "Evidence"
  ADD CONSTRAINT "Evidence_decided_by_someone" CHECK (("status" = 'PENDING') = ("decidedById" IS NULL)),
  ADD CONSTRAINT "Evidence_four_eyes" CHECK ("decidedById" IS NULL OR "decidedById" <> "uploadedById"),
  ADD CONSTRAINT "Evidence_rejection_has_a_reason" CHECK ("status" <> 'REJECTED' OR btrim(coalesce("decisionReason", '')) <> '');

ALTER TABLE "InstitutionalDocument"
  ADD CONSTRAINT "InstitutionalDocument_has_a_title" CHECK (btrim("title") <> '');

ALTER TABLE "DocumentVersion"
  ADD CONSTRAINT "DocumentVersion_ordinal_from_one" CHECK ("ordinal" >= 1),
  ADD CONSTRAINT "DocumentVersion_takes_effect_after_issue" CHECK ("effectiveOn" IS NULL OR "issuedOn" IS NULL OR "issuedOn" <= "effectiveOn");

ALTER TABLE "Training"
  ADD CONSTRAINT "Training_has_a_topic" CHECK (btrim("topic") <> ''),
  ADD CONSTRAINT "Training_counts_from_zero" CHECK (coalesce("statedSessions", 0) >= 0 AND coalesce("statedAttendances", 0) >= 0 AND coalesce("statedHours", 0) >= 0);

ALTER TABLE "TrainingSession"
  ADD CONSTRAINT "TrainingSession_ordinal_from_one" CHECK ("ordinal" >= 1),
  ADD CONSTRAINT "TrainingSession_counts_from_zero" CHECK (coalesce("attendanceCount", 0) >= 0 AND coalesce("hours", 0) >= 0);

ALTER TABLE "TrainingAttendance"
  ADD CONSTRAINT "TrainingAttendance_of_a_person_or_a_unit" CHECK (("personId" IS NULL) <> ("organizationId" IS NULL)),
  ADD CONSTRAINT "TrainingAttendance_headcount" CHECK ("headcount" >= 1 AND ("personId" IS NULL OR "headcount" = 1));

-- What happened stays written.
CREATE FUNCTION "refuse_event_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'events are only ever appended' USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER "Event_is_append_only" BEFORE UPDATE OR DELETE ON "Event"
  FOR EACH ROW EXECUTE FUNCTION "refuse_event_change"();
CREATE TRIGGER "Event_is_never_truncated" BEFORE TRUNCATE ON "Event"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_event_change"();
