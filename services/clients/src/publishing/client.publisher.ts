import { clientErased } from '#contracts/clients/client-erased.v1';
import { clientRegistered } from '#contracts/clients/client-registered.v1';
import { clientsMerged } from '#contracts/clients/clients-merged.v1';
import { clientsUnmerged } from '#contracts/clients/clients-unmerged.v1';
import { consentGiven } from '#contracts/clients/consent-given.v1';
import { consentWithdrawn } from '#contracts/clients/consent-withdrawn.v1';
import { leadQualified } from '#contracts/clients/lead-qualified.v1';
import { kept, tell, type Publisher } from '#libs/messaging';
import type { CareLogEvent } from '../care-log/care-log.events.js';
import type { CarePictureEvent } from '../care-picture/care-picture.events.js';
import type { ClientLookedUp } from '../client-lookup/client-lookup.events.js';
import type { ClientsDistinguished } from '../client-distinction/client-distinction.events.js';
import type { ClientsExported } from '../client-export/client-export.events.js';
import type { ClientRequestEvent } from '../client-request/client-request.events.js';
import type { ClientLinkEvent } from '../client-link/client-link.events.js';
import type { ClientEvent } from '../client/client.events.js';
import type { CompanionsArranged } from '../companion-group/companion-group.events.js';
import type { ConsentEvent } from '../consent/consent.events.js';
import type { ErasureEvent } from '../erasure/erasure.events.js';
import type { IncidentEvent } from '../incident/incident.events.js';
import type { HealthEvent } from '../health/health.events.js';
import type { NotedVisitEvent } from '../noted-visit/noted-visit.events.js';
import type { ComplaintLearned } from '../known-complaint/known-complaint.events.js';
import type { AppointmentLearned } from '../known-appointment/known-appointment.events.js';
import type { KnownItemEvent } from '../known-item/known-item.events.js';
import type { MemberLearned } from '../known-member/known-member.events.js';
import type { PolicyLearned } from '../known-policy/known-policy.events.js';
import type { KnownProcessorEvent } from '../known-processor/known-processor.events.js';
import type { KnownStoreEvent } from '../known-store/known-store.events.js';
import type { OwnershipEvent } from '../ownership/ownership.events.js';
import type { RetentionRunEvent } from '../retention/retention-run.events.js';
import type { ReadingEvent } from '../reading/reading.events.js';
import type { DataKeysReplaced } from '../subject-key/subject-key.events.js';

/** Everything that this service records. */
export type Fact =
  | ClientEvent
  | ClientsDistinguished
  | ClientsExported
  | CareLogEvent
  | CarePictureEvent
  | ClientLookedUp
  | ClientRequestEvent
  | ClientLinkEvent
  | ComplaintLearned
  | CompanionsArranged
  | ConsentEvent
  | DataKeysReplaced
  | ErasureEvent
  | HealthEvent
  | IncidentEvent
  | AppointmentLearned
  | MemberLearned
  | KnownItemEvent
  | KnownProcessorEvent
  | KnownStoreEvent
  | NotedVisitEvent
  | OwnershipEvent
  | PolicyLearned
  | ReadingEvent
  | RetentionRunEvent;

export const clientPublisher: Publisher<Fact> = {
  // Clients are not told time zones, so the day stays open.
  ClientRegistered: ({ data: { clientId, storeId }, occurredAt }) =>
    tell(clientRegistered, { clientId, storeId, registeredAt: occurredAt, registeredOn: null }),
  LeadAdded: kept,
  LeadClassed: kept,
  ClientLost: kept,
  ClientWonBack: kept,
  ClientRestricted: kept,
  RetentionKept: kept,
  RetentionRefused: kept,
  DayConfirmed: kept,
  ContactChanged: kept,
  FileSectionUpdated: kept,
  FileReviewed: kept,
  CareNoted: kept,
  CarePictureTaken: kept,
  CarePictureStruck: kept,
  ClientLookedUp: kept,
  ClientsDistinguished: kept,
  CompanionsArranged: kept,
  ClientsExported: kept,
  ClientsLinked: ({ data: { survivorId, mergedId, storeId }, occurredAt: mergedAt }) =>
    tell(clientsMerged, { survivorId, mergedId, storeId, mergedAt }),
  ClientsUnlinked: ({ data: { survivorId, mergedId, storeId }, occurredAt: unmergedAt }) =>
    tell(clientsUnmerged, { survivorId, mergedId, storeId, unmergedAt }),
  LinkedToSurvivor: kept,
  UnlinkedFromSurvivor: kept,
  VisitNoted: kept,
  ReturnNoted: kept,
  LeadQualified: ({ data: { clientId, storeId }, occurredAt }) =>
    tell(leadQualified, { clientId, storeId, qualifiedAt: occurredAt }),
  ConsentGiven: ({ data: { clientId, storeId, purpose, textVersion }, occurredAt: givenAt }) =>
    tell(consentGiven, { clientId, storeId, purpose, textVersion, givenAt }),
  ConsentWithdrawn: ({ data: { clientId, storeId, purpose }, occurredAt: withdrawnAt }) =>
    tell(consentWithdrawn, { clientId, storeId, purpose, withdrawnAt }),
  ClientErased: ({ data: { clientId, storeId }, occurredAt: erasedAt }) =>
    tell(clientErased, { clientId, storeId, erasedAt }),
  ErasureOrdered: kept,
  ErasureCarriedOut: kept,
  ErasureReached: kept,
  ComplaintLearned: kept,
  ItemLearned: kept,
  AppointmentLearned: kept,
  ItemRetirementLearned: kept,
  MemberLearned: kept,
  PolicyLearned: kept,
  ProcessorEngagementLearned: kept,
  ProcessorEndLearned: kept,
  StoreLearned: kept,
  StoreGradeLearned: kept,
  StoreEntityLearned: kept,
  DataKeysReplaced: kept,
  OwnerAssigned: kept,
  OwnerReleased: kept,
  HealthNoteTaken: kept,
  HealthNoteStruck: kept,
  GlassBroken: kept,
  IncidentRecorded: kept,
  IncidentScoped: kept,
  IncidentTold: kept,
  IncidentClosed: kept,
  ClientRequestMade: kept,
  ClientRequestAnswered: kept,
  ClientRequestRefused: kept,
  PersonalDataRead: kept,
  ReadingRefused: kept,
};
