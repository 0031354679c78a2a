import { clientStreams, nobody, whoseStream } from '#libs/service';
import type { Fact } from '../publishing/client.publisher.js';

const named = ({ data }: { data: { clientId: string | null } }) => [data.clientId];

export const clientStream = clientStreams<Fact>({
  CareNoted: whoseStream,
  ClientRegistered: whoseStream,
  LeadAdded: whoseStream,
  LeadQualified: whoseStream,
  ContactChanged: whoseStream,
  FileSectionUpdated: whoseStream,
  FileReviewed: whoseStream,
  ClientErased: whoseStream,
  ClientsLinked: whoseStream,
  ClientsUnlinked: whoseStream,
  LinkedToSurvivor: whoseStream,
  UnlinkedFromSurvivor: whoseStream,
  ClientLookedUp: named,
  ConsentGiven: whoseStream,
  ConsentWithdrawn: whoseStream,
  ErasureOrdered: whoseStream,
  ErasureCarriedOut: whoseStream,
  ErasureReached: whoseStream,
  HealthNoteTaken: whoseStream,
  HealthNoteStruck: whoseStream,
  GlassBroken: whoseStream,
  OwnerAssigned: whoseStream,
  OwnerReleased: whoseStream,
  VisitNoted: named,
  ReturnNoted: named,
  PersonalDataRead: whoseStream,
  ReadingRefused: whoseStream,
  ClientsExported: nobody,
  ItemLearned: nobody,
  PolicyLearned: nobody,
});
