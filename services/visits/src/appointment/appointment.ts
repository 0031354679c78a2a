import { claimRange, Rejection, release, type Aggregate, type ClaimChange } from '#libs/event-sourcing';
import type { AppointmentBooked, AppointmentEvent } from './appointment.events.js';

export type AppointmentStatus = 'booked' | 'cancelled' | 'kept' | 'missed';

export interface Agreed {
  readonly status: AppointmentStatus;
  /** As it stands now. */
  readonly agreed: AppointmentBooked['data'];
  /** As it was booked, before it was moved. */
  readonly booked: AppointmentBooked['data'];
  readonly bookedAt: string;
}

export type Appointment = { readonly status: 'unknown' } | Agreed;

export const appointment: Aggregate<Appointment, AppointmentEvent> = {
  category: 'appointment',
  initial: { status: 'unknown' },
  storeOf: (state) => (state.status === 'unknown' ? null : state.agreed.storeId),
  evolve: (before, { type, data, occurredAt }) => {
    const known = before as Agreed;
    switch (type) {
      case 'AppointmentBooked':
        return { status: 'booked', agreed: data, booked: data, bookedAt: occurredAt };
      case 'AppointmentMoved': {
        const { fromStaffId: _before, ...agreed } = data;
        return { ...known, agreed: { ...known.agreed, ...agreed } };
      }
      case 'AppointmentCancelled':
        return { ...known, status: 'cancelled' };
      case 'AppointmentKept':
        return { ...known, status: 'kept' };
      case 'AppointmentMissed':
        return { ...known, status: 'missed' };
    }
  },
  claims: (event) => claimsOf(event),
};

export const ofTherapist = (staffId: string): string => `therapist:${staffId}`;
const ofGuest = (clientId: string): string => `guest:${clientId}`;

/** Nobody serves two at once, and nobody is served in two places at once. */
const claimsOf = ({ type, data }: AppointmentEvent): readonly ClaimChange[] => {
  switch (type) {
    case 'AppointmentBooked':
      return timeTaken(data);
    case 'AppointmentMoved':
      return [release(ofTherapist(data.fromStaffId)), release(ofGuest(data.clientId)), ...timeTaken(data)];
    case 'AppointmentCancelled':
    case 'AppointmentMissed':
      return [release(ofTherapist(data.staffId)), release(ofGuest(data.clientId))];
    case 'AppointmentKept':
      return [];
  }
};

const timeTaken = ({
  staffId,
  clientId,
  startsAt,
  endsAt,
}: Pick<AppointmentBooked['data'], 'staffId' | 'clientId' | 'startsAt' | 'endsAt'>): ClaimChange[] => [
  claimRange(ofTherapist(staffId), startsAt, endsAt),
  claimRange(ofGuest(clientId), startsAt, endsAt),
];

export const unknownAppointment = (appointmentId: string): Rejection =>
  new Rejection(
    'unknown-appointment',
    'There is no appointment with this id.',
    { appointmentId },
    'not-found',
  );

/** One that is cancelled, kept or missed has an end, and stays as it is. */
export const standing = (state: Appointment, appointmentId: string): Agreed => {
  if (state.status === 'unknown') throw unknownAppointment(appointmentId);
  if (state.status === 'booked') return state;
  throw new Rejection('appointment-over', `This appointment is ${state.status}: book another.`, {
    appointmentId,
    status: state.status,
  });
};

/** Whose it is, as every fact of it tells. */
export const whoseIs = ({
  agreed: { appointmentId, clientId, storeId, staffId },
}: Agreed): Pick<AppointmentBooked['data'], 'appointmentId' | 'clientId' | 'storeId' | 'staffId'> => ({
  appointmentId,
  clientId,
  storeId,
  staffId,
});
