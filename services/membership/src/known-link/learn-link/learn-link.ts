import type { Decide } from '#libs/event-sourcing';
import type { KnownLinkEvent } from '../known-link.events.js';
import type { KnownLink } from '../known-link.js';

export class LearnLink {
  constructor(
    readonly data: {
      readonly survivorId: string;
      readonly mergedId: string;
      readonly linked: boolean;
      readonly at: string;
    },
  ) {}
}

/** Their points stay where they are; who is linked only says whose they are counted as. */
export const learnLink: Decide<LearnLink, KnownLink, KnownLinkEvent> = ({ data }, link) => {
  const { survivorId, mergedId, linked, at: occurredAt } = data;
  if (link.linked === linked) return [];
  const type = linked ? 'LinkLearned' : 'LinkUnlearned';
  return [{ type, occurredAt, data: { survivorId, mergedId } }];
};
