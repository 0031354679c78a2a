import type { Projection } from '#libs/event-sourcing';
import type {
  Asker,
  ClientRequestAnswered,
  ClientRequestEvent,
  ClientRequestRefused,
  Proof,
  RefusalReason,
  Relation,
  RequestKind,
} from '../client-request.events.js';

export const STATES = ['open', 'answered', 'refused'] as const;
export type State = (typeof STATES)[number];

export interface ClientRequestRow {
  requestId: string;
  clientId: string;
  storeId: string;
  kind: RequestKind;
  askedBy: Asker;
  relation: Relation | null;
  proofs: readonly Proof[];
  /** Days as text. */
  madeOn: string;
  dueOn: string;
  state: State;
  answeredOn: string | null;
  reason: RefusalReason | null;
}

type Rows = Parameters<(typeof clientRequestList)['on']['ClientRequestMade']>[1];

const settle = (
  { data: { requestId, answeredOn } }: Pick<ClientRequestAnswered | ClientRequestRefused, 'data'>,
  rows: Rows,
  settled: Pick<ClientRequestRow, 'state' | 'reason'>,
): void => rows.set(requestId, { ...rows.get(requestId)!, answeredOn, ...settled });

/** What clients asked for, by when it is due. */
export const clientRequestList: Projection<ClientRequestEvent, ClientRequestRow> = {
  name: 'client_request',
  of: ['client-request'],
  columns: {
    requestId: 'text',
    clientId: 'text not null',
    storeId: 'text not null',
    kind: 'text not null',
    askedBy: 'text not null',
    relation: 'text',
    proofs: 'json not null',
    madeOn: 'text not null',
    dueOn: 'text not null',
    state: 'text not null',
    answeredOn: 'text',
    reason: 'text',
  },
  key: 'requestId',
  store: 'storeId',
  indexes: ['"dueOn", "requestId"', '"clientId"'],
  reads: ({ type, data }) => (type === 'ClientRequestMade' ? [] : [data.requestId]),
  on: {
    ClientRequestMade: ({ data }, rows) =>
      rows.set(data.requestId, { ...data, state: 'open', answeredOn: null, reason: null }),
    ClientRequestAnswered: (fact, rows) => settle(fact, rows, { state: 'answered', reason: null }),
    ClientRequestRefused: (fact, rows) => settle(fact, rows, { state: 'refused', reason: fact.data.reason }),
  },
};
