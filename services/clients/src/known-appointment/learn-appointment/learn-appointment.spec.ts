import { decisions } from '#libs/testing';
import type { AppointmentLearned, AppointmentTime } from '../known-appointment.events.js';
import { knownAppointment, nextVisitOf } from '../known-appointment.js';
import { LearnAppointment, learnAppointment } from './learn-appointment.js';

const spec = decisions(knownAppointment, learnAppointment);
const time: AppointmentTime = {
  startsAt: '2026-03-02T02:00:00.000Z',
  endsAt: '2026-03-02T03:30:00.000Z',
  startsOn: '2026-03-02',
  staffId: 'li',
  itemIds: ['facial-60'],
};
const learned = (data: Partial<AppointmentLearned['data']> = {}): AppointmentLearned => ({
  type: 'AppointmentLearned',
  occurredAt: '2026-03-01T02:00:00.000Z',
  storeId: 'sh-01',
  data: { clientId: 'she', appointmentId: 'facial', storeId: 'sh-01', time, ...data },
});
const told = ({ data, occurredAt: toldAt }: AppointmentLearned) => new LearnAppointment({ ...data, toldAt });
const over = learned({ time: null });
const later = { ...time, startsAt: '2026-03-05T02:00:00.000Z', endsAt: '2026-03-05T03:30:00.000Z' };
const heard = (...facts: AppointmentLearned[]) =>
  facts.reduce(knownAppointment.evolve, knownAppointment.initial);
const before = '2026-03-01T12:00:00.000Z';

describe('learning of an appointment', () => {
  it('keeps when it is, where it was moved to, and that it is over', () => {
    spec.given().when(told(learned())).then(learned());
    spec
      .given(learned())
      .when(told(learned({ time: later })))
      .then(learned({ time: later }));
    spec.given(learned()).when(told(over)).then(over);
  });

  it('learns nothing from hearing the same again', () => {
    spec.given(learned()).when(told(learned())).thenNothing();
    spec.given(learned(), over).when(told(over)).thenNothing();
  });

  it('leaves over what is over', () => {
    spec.given(learned(), over).when(told(learned())).thenNothing();
  });
});

describe('the next visit of a client', () => {
  it('is none where none is agreed on, or all are over', () => {
    expect(nextVisitOf([heard()], before)).toBeNull();
    expect(nextVisitOf([heard(learned(), over)], before)).toBeNull();
  });

  it('is the first ahead, and the one that she is late for', () => {
    const both = heard(learned({ appointmentId: 'peel', time: later }), learned());
    expect(nextVisitOf([both], before)).toEqual({ storeId: 'sh-01', ...time });
    expect(nextVisitOf([both], '2026-03-02T03:29:00.000Z')).toEqual({ storeId: 'sh-01', ...time });
    expect(nextVisitOf([both], '2026-03-02T03:30:00.000Z')).toEqual({ storeId: 'sh-01', ...later });
  });

  it('is the first of all who are read as her', () => {
    const other = heard(learned({ clientId: 'her first record', storeId: 'bj-01', time: later }));
    expect(nextVisitOf([other, heard()], before)).toEqual({ storeId: 'bj-01', ...later });
    expect(nextVisitOf([other, heard(learned())], before)).toEqual({ storeId: 'sh-01', ...time });
  });
});
