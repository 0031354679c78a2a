import type { Aggregate } from '#libs/event-sourcing';
import { claimOfReturn } from '../return-id.js';
import type { UnmatchedReturnEvent, UnmatchedReturnRecorded } from './unmatched-return.events.js';

export type UnmatchedReturn =
  | { readonly status: 'unknown' }
  | { readonly status: 'recorded'; readonly data: UnmatchedReturnRecorded['data'] };

export const unmatchedReturn: Aggregate<UnmatchedReturn, UnmatchedReturnEvent> = {
  category: 'unmatched-return',
  initial: { status: 'unknown' },
  storeOf: (state) => (state.status === 'recorded' ? state.data.storeId : null),
  claims: ({ data }) => claimOfReturn(data.returnId),
  evolve: (_before, event) => {
    switch (event.type) {
      case 'UnmatchedReturnRecorded':
        return { status: 'recorded', data: event.data };
    }
  },
};
