import type { Aggregate } from '#libs/event-sourcing';
import type { HandOverAccepted, HandOverEvent, ShiftHandedOver } from './hand-over.events.js';

export type HandOver =
  | { readonly status: 'none' }
  | ({ readonly status: 'offered' } & ShiftHandedOver['data'])
  | ({ readonly status: 'accepted' } & ShiftHandedOver['data'] & HandOverAccepted['data']);

/** What somebody who leaves her post gives into another's hands. */
export const handOver: Aggregate<HandOver, HandOverEvent> = {
  category: 'hand-over',
  initial: { status: 'none' },
  evolve: (before, { type, data }) => {
    switch (type) {
      case 'ShiftHandedOver':
        return { status: 'offered', ...data };
      case 'HandOverAccepted':
        return before.status === 'none' ? before : { ...before, ...data, status: 'accepted' };
    }
  },
  storeOf: (state) => (state.status === 'none' ? null : state.storeId),
};
