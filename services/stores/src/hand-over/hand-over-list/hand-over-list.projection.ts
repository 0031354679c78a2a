import type { Projection } from '#libs/event-sourcing';
import type { Goods, HandOverEvent } from '../hand-over.events.js';

export interface HandOverRow {
  handOverId: string;
  storeId: string;
  fromStaffId: string;
  toStaffId: string;
  goods: readonly Goods[];
  cashMinor: number;
  open: readonly string[];
  handedOverAt: string;
  acceptedAt: string | null;
  differenceMinor: number | null;
  missing: readonly Goods[];
}

export const handOverList: Projection<HandOverEvent, HandOverRow> = {
  name: 'hand_over_list',
  of: ['hand-over'],
  columns: {
    handOverId: 'text',
    storeId: 'text not null',
    fromStaffId: 'text not null',
    toStaffId: 'text not null',
    goods: 'jsonb not null',
    cashMinor: 'float8 not null',
    open: 'jsonb not null',
    handedOverAt: 'timestamptz not null',
    acceptedAt: 'timestamptz',
    differenceMinor: 'float8',
    missing: 'jsonb not null',
  },
  key: 'handOverId',
  store: 'storeId',
  indexes: ['"storeId", "handedOverAt", "handOverId"'],
  reads: ({ type, data }) => (type === 'HandOverAccepted' ? [data.handOverId] : []),
  on: {
    ShiftHandedOver: ({ data, occurredAt: handedOverAt }, rows) =>
      rows.set(data.handOverId, {
        ...data,
        ...{ handedOverAt, acceptedAt: null, differenceMinor: null, missing: [] },
      }),
    HandOverAccepted: ({ data, occurredAt: acceptedAt }, rows) => {
      const { handOverId, differenceMinor, missing } = data;
      rows.set(handOverId, { ...rows.get(handOverId)!, acceptedAt, differenceMinor, missing });
    },
  },
};
