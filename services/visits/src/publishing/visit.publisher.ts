import { appointmentBooked } from '#contracts/visits/appointment-booked.v1';
import { appointmentCancelled } from '#contracts/visits/appointment-cancelled.v1';
import { appointmentKept } from '#contracts/visits/appointment-kept.v1';
import { appointmentMissed } from '#contracts/visits/appointment-missed.v1';
import { appointmentMoved } from '#contracts/visits/appointment-moved.v1';
import { goodsReturned } from '#contracts/visits/goods-returned.v1';
import { visitCompleted } from '#contracts/visits/visit-completed.v1';
import { kept, tell, type Publisher } from '#libs/messaging';
import type { AppointmentEvent } from '../appointment/appointment.events.js';
import type { ContraindicatedItemLearned } from '../contraindicated-item/contraindicated-item.events.js';
import type { ItemLearned } from '../known-item/known-item.events.js';
import type { KnownStoreEvent } from '../known-store/known-store.events.js';
import type { UnmatchedReturnEvent } from '../unmatched-return/unmatched-return.events.js';
import type { BillLine, VisitEvent } from '../visit/visit.events.js';

/** Everything that this service records. */
export type VisitsFact =
  | VisitEvent
  | AppointmentEvent
  | UnmatchedReturnEvent
  | KnownStoreEvent
  | ContraindicatedItemLearned
  | ItemLearned;

export const visitPublisher: Publisher<VisitsFact> = {
  VisitCompleted: ({ data: { payments, lines, despite: _ofHerHealth, ...visit }, occurredAt }) =>
    tell(visitCompleted, { ...visit, lines: lines.map(toldLine), completedAt: occurredAt }),
  GoodsReturned: ({ data: { visit, ...returned }, occurredAt }) =>
    tell(goodsReturned, { ...returned, ...visit, returnedAt: occurredAt }),
  UnmatchedReturnRecorded: ({ data: { lines, ...returned }, occurredAt }) =>
    tell(goodsReturned, {
      ...returned,
      visitId: null,
      visitStillPaidMinor: null,
      returnedAt: occurredAt,
      lines: lines.map(({ itemId, quantity, returnedMinor }) => ({
        lineId: null,
        itemId,
        quantity,
        returnedMinor,
        stillPaidMinor: null,
      })),
    }),
  AppointmentBooked: ({ data: { itemIds, despite: _ofHerHealth, ...booked }, occurredAt }) =>
    tell(appointmentBooked, { ...booked, itemIds: [...itemIds], bookedAt: occurredAt }),
  AppointmentMoved: ({ data: { itemIds, fromStaffId: _before, ...moved }, occurredAt }) =>
    tell(appointmentMoved, { ...moved, itemIds: [...itemIds], movedAt: occurredAt }),
  AppointmentCancelled: ({ data, occurredAt }) =>
    tell(appointmentCancelled, { ...data, cancelledAt: occurredAt }),
  AppointmentKept: ({ data, occurredAt }) => tell(appointmentKept, { ...data, arrivedAt: occurredAt }),
  AppointmentMissed: ({ data, occurredAt }) => tell(appointmentMissed, { ...data, missedAt: occurredAt }),
  StoreLearned: kept,
  LicenceLearned: kept,
  ItemLearned: kept,
  ContraindicatedItemLearned: kept,
};

/** Descriptions stay here: they may be written by hand. */
const toldLine = ({ description, ...line }: BillLine): Omit<BillLine, 'description'> => line;
