import { alreadyDecided } from '#libs/effective';
import type { Decide } from '#libs/event-sourcing';
import type { PolicyEvent, PolicyPublished } from '../policy.events.js';
import type { Policy } from '../policy.js';
import { keepsWords } from './texts-keep-their-words.js';

export class PublishPolicy {
  constructor(readonly data: Omit<PolicyPublished['data'], 'version'> & { readonly publishedAt: string }) {}
}

/** A day to come schedules it; a day gone by says what held then, for whoever recounts. Refuses with `text-changed`. */
export const publishPolicy: Decide<PublishPolicy, Policy, PolicyEvent> = ({ data }, versions) => {
  const { publishedAt: occurredAt, ...published } = data;
  if (published.name === 'consent-texts') keepsWords(versions, published.value);
  if (alreadyDecided(versions, published)) return [];
  const version = versions.length + 1;
  return [
    { type: 'PolicyPublished', occurredAt, storeId: published.storeId, data: { ...published, version } },
  ];
};
