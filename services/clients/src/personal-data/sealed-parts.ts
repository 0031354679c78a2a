import type { Recorded } from '#libs/event-sourcing';
import type { PURPOSES } from '#libs/privacy';
import type { Fact } from '../publishing/client.publisher.js';

/** What is sealed in a fact. */
export interface SealedPart {
  readonly property: string;
  /** Of hers, the key that opens it. */
  readonly purpose: (typeof PURPOSES)[number];
  /** The field it was sealed as. */
  readonly field: string;
}

type Parts = {
  readonly [Type in Fact['type']]: 'plain' | ((fact: Recorded<Extract<Fact, { type: Type }>>) => SealedPart);
};

const contact = (): SealedPart => ({ property: 'contact', purpose: 'contact', field: 'contact' });

/** A fact without a line here does not compile. */
const PARTS: Parts = {
  ClientRegistered: contact,
  LeadAdded: contact,
  ContactChanged: contact,
  FileSectionUpdated: ({ data }) => ({ property: 'sealed', purpose: 'file', field: data.section }),
  CareNoted: ({ data }) => ({ property: 'sealed', purpose: 'file', field: data.careId }),
  ConsentGiven: () => ({ property: 'guardian', purpose: 'contact', field: 'guardian' }),
  HealthNoteTaken: () => ({ property: 'note', purpose: 'health', field: 'note' }),
  GlassBroken: () => ({ property: 'reason', purpose: 'health', field: 'reason' }),
  LeadClassed: 'plain',
  CarePictureTaken: 'plain',
  CarePictureStruck: 'plain',
  LeadQualified: 'plain',
  FileReviewed: 'plain',
  ClientLost: 'plain',
  ClientWonBack: 'plain',
  ClientRestricted: 'plain',
  ClientErased: 'plain',
  ClientsLinked: 'plain',
  ClientsUnlinked: 'plain',
  LinkedToSurvivor: 'plain',
  UnlinkedFromSurvivor: 'plain',
  ClientLookedUp: 'plain',
  ConsentWithdrawn: 'plain',
  ComplaintLearned: 'plain',
  AppointmentLearned: 'plain',
  MemberLearned: 'plain',
  ErasureOrdered: 'plain',
  ErasureCarriedOut: 'plain',
  ErasureReached: 'plain',
  HealthNoteStruck: 'plain',
  DataKeysReplaced: 'plain',
  OwnerAssigned: 'plain',
  OwnerReleased: 'plain',
  VisitNoted: 'plain',
  ReturnNoted: 'plain',
  IncidentRecorded: 'plain',
  IncidentScoped: 'plain',
  IncidentTold: 'plain',
  IncidentClosed: 'plain',
  ClientRequestMade: 'plain',
  ClientRequestAnswered: 'plain',
  ClientRequestRefused: 'plain',
  PersonalDataRead: 'plain',
  ReadingRefused: 'plain',
  ClientsDistinguished: 'plain',
  CompanionsArranged: 'plain',
  ClientsExported: 'plain',
  ItemLearned: 'plain',
  ItemRetirementLearned: 'plain',
  PolicyLearned: 'plain',
  ProcessorEngagementLearned: 'plain',
  ProcessorEndLearned: 'plain',
  StoreLearned: 'plain',
  StoreGradeLearned: 'plain',
  StoreEntityLearned: 'plain',
  RetentionKept: 'plain',
  RetentionRefused: 'plain',
  DayConfirmed: 'plain',
};

export const sealedIn = (fact: Recorded<Fact>): SealedPart | undefined => {
  const part = PARTS[fact.type];
  return part === 'plain' ? undefined : part(fact as never);
};
