import { clientStreams, whoseStream } from '#libs/service';
import type { CareLogEvent } from '../care-log/care-log.events.js';
import type { ClientLookedUp } from '../client-lookup/client-lookup.events.js';
import type { ClientLinkEvent } from '../client-link/client-link.events.js';
import type { ClientEvent } from '../client/client.events.js';
import type { ConsentEvent } from '../consent/consent.events.js';
import type { ErasureEvent } from '../erasure/erasure.events.js';
import type { HealthEvent } from '../health/health.events.js';
import type { NotedVisitEvent } from '../noted-visit/noted-visit.events.js';
import type { ReadingEvent } from '../reading/reading.events.js';

/** Facts that tell of a client; of what is sealed in them, `sealed-parts.ts` says where. */
export type FactOfClient =
  | CareLogEvent
  | ClientEvent
  | ClientLinkEvent
  | ClientLookedUp
  | ConsentEvent
  | ErasureEvent
  | HealthEvent
  | NotedVisitEvent
  | ReadingEvent;

const named = ({ data }: { data: { clientId: string | null } }) => [data.clientId];

export const clientStream = clientStreams<FactOfClient>(
  [
    'care-log',
    'client',
    'client-link',
    'client-lookup',
    'consent',
    'erasure',
    'health',
    'noted-visit',
    'reading',
  ],
  {
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
    VisitNoted: named,
    ReturnNoted: named,
    PersonalDataRead: whoseStream,
    ReadingRefused: whoseStream,
  },
);
