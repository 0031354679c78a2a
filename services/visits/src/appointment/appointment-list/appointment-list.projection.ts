import { ignored, type Projection } from '#libs/event-sourcing';
import type { VisitsFact } from '../../publishing/visit.publisher.js';
import type { AppointmentStatus } from '../appointment.js';

export interface AppointmentRow {
  appointmentId: string;
  storeId: string;
  clientId: string;
  staffId: string;
  itemIds: readonly string[];
  startsAt: string;
  endsAt: string;
  startsOn: string;
  status: AppointmentStatus;
}

type Rows = Parameters<(typeof appointmentList)['on']['AppointmentKept']>[1];

export const appointmentList: Projection<VisitsFact, AppointmentRow> = {
  name: 'appointment_list',
  columns: {
    appointmentId: 'text',
    storeId: 'text not null',
    clientId: 'text not null',
    staffId: 'text not null',
    itemIds: 'jsonb not null',
    startsAt: 'text not null', // as text, in UTC, it sorts as it should, and any cursor can be compared with it
    endsAt: 'text not null',
    startsOn: 'text not null',
    status: 'text not null',
  },
  key: 'appointmentId',
  store: 'storeId',
  indexes: [
    '"startsAt", "appointmentId"',
    '"storeId", "startsAt", "appointmentId"',
    '"clientId", "startsAt"',
  ],
  reads: ({ type, data }) => (type.startsWith('Appointment') ? [(data as AppointmentRow).appointmentId] : []),
  on: {
    AppointmentBooked: ({ data: { despite: _ofHerHealth, ...booked } }, rows) =>
      rows.set(booked.appointmentId, { ...booked, status: 'booked' }),
    AppointmentMoved: ({ data: { fromStaffId: _before, ...moved } }, rows) =>
      change(rows, moved.appointmentId, moved),
    AppointmentCancelled: ({ data }, rows) => change(rows, data.appointmentId, { status: 'cancelled' }),
    AppointmentKept: ({ data }, rows) => change(rows, data.appointmentId, { status: 'kept' }),
    AppointmentMissed: ({ data }, rows) => change(rows, data.appointmentId, { status: 'missed' }),
    VisitCompleted: ignored,
    GoodsReturned: ignored,
    UnmatchedReturnRecorded: ignored,
    LicenceLearned: ignored,
    ItemLearned: ignored,
    StoreLearned: ignored,
    ContraindicatedItemLearned: ignored,
  },
};

const change = (rows: Rows, appointmentId: string, changed: Partial<AppointmentRow>): void =>
  rows.set(appointmentId, { ...rows.get(appointmentId)!, ...changed });
