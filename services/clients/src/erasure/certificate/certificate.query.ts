import { Injectable } from '@nestjs/common';
import { ACKNOWLEDGING } from '#contracts/erasure-acknowledged.v1';
import { EventStore } from '#libs/event-store';
import { Rejection } from '#libs/event-sourcing';
import { PURPOSES } from '#libs/privacy';
import { DisclosuresQuery } from '../../reading/disclosures.query.js';
import type { Disclosure } from '../../reading/reading.answers.js';
import { completedAt, erasure, type OrderedErasure } from '../erasure.js';
import { holdersOf } from '../holders.js';
import { KEPT_BY_LAW } from '../kept-by-law.js';

/** Streams that are named by her: what was readable in them is not any more, and all else is of nobody. */
const STREAMS = [
  'client',
  'care-log',
  'care-picture',
  'client-link',
  'consent',
  'health',
  'ownership',
  'reading',
  'subject-key',
];

/** Where rows of hers were deleted. */
const TABLES = [
  'subject_key',
  'claim',
  'sealed_picture',
  'client_search',
  'client_mark',
  'client_of_store',
  'lead',
  'file_quality',
  'analysed_file',
  'noted_health',
];

export type Certificate = ReturnType<typeof certificateOf>;

@Injectable()
export class CertificateQuery {
  constructor(
    private readonly events: EventStore,
    private readonly disclosures: DisclosuresQuery,
  ) {}

  /** Refuses with `unknown-erasure`. */
  async of(erasureId: string): Promise<Certificate> {
    const { state } = await this.events.see(erasure, erasureId);
    if (state.status !== 'none') return certificateOf(erasureId, state, await this.disclosures.of(erasureId));
    throw new Rejection('unknown-erasure', 'There is no such erasure.', { erasureId }, 'not-found');
  }
}

const certificateOf = (clientId: string, ordered: OrderedErasure, disclosures: readonly Disclosure[]) => {
  const { status, storeId, reason, orderedBy, orderedAt, carriedOutAt, backupsExpireOn, reached } = ordered;
  const completed = completedAt(ordered);
  return {
    ...{
      erasureId: clientId,
      clientId,
      storeId,
      reason,
      orderedBy,
      orderedAt,
      carriedOutAt,
      backupsExpireOn,
    },
    status: completed === null ? status : ('complete' as const),
    completedAt: completed,
    covered: {
      keys: [...PURPOSES],
      streams: STREAMS.map((category) => `${category}:${clientId}`),
      topics: ['clients', ...ACKNOWLEDGING].map((service) => `liren.${service}.v1`),
      tables: [...TABLES],
    },
    services: ACKNOWLEDGING.map((service) => ({ service, acknowledgedAt: reached[service] ?? null })),
    givenTo: holdersOf(disclosures),
    restricted: [...KEPT_BY_LAW],
  };
};
