import { clientStreams, nobody } from '#libs/service';
import type { VisitsFact } from '../publishing/visit.publisher.js';

export const clientStream = clientStreams<VisitsFact>({
  VisitCompleted: ({ data }) => [data.clientId],
  GoodsReturned: ({ data }) => [data.visit.clientId],
  UnmatchedReturnRecorded: ({ data }) => [data.clientId],
  AppointmentBooked: ({ data }) => [data.clientId],
  AppointmentMoved: ({ data }) => [data.clientId],
  AppointmentCancelled: ({ data }) => [data.clientId],
  AppointmentKept: ({ data }) => [data.clientId],
  AppointmentMissed: ({ data }) => [data.clientId],
  StoreLearned: nobody,
  LicenceLearned: nobody,
  ItemLearned: nobody,
  ContraindicatedItemLearned: nobody,
});
