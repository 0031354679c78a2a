import { AppointmentListController } from './appointment-list/appointment-list.controller.js';
import { appointmentList } from './appointment-list/appointment-list.projection.js';
import { AppointmentListQuery } from './appointment-list/appointment-list.query.js';
import { AppointmentPageController } from './appointment-page/appointment-page.controller.js';
import { AppointmentsAheadQuery } from './appointments-ahead.query.js';
import { BookAppointmentController } from './book-appointment/book-appointment.controller.js';
import { BookAppointmentHandler } from './book-appointment/book-appointment.handler.js';
import { CancelAppointmentController } from './cancel-appointment/cancel-appointment.controller.js';
import { CancelAppointmentHandler } from './cancel-appointment/cancel-appointment.handler.js';
import { CancelAppointmentOnClientErased } from './cancel-appointment/on-client-erased.consumer.js';
import { KeepAppointmentController } from './keep-appointment/keep-appointment.controller.js';
import { KeepAppointmentHandler } from './keep-appointment/keep-appointment.handler.js';
import { MenuChecksQuery } from './menu-checks.query.js';
import { MissAppointmentController } from './miss-appointment/miss-appointment.controller.js';
import { MissAppointmentHandler } from './miss-appointment/miss-appointment.handler.js';
import { MoveAppointmentController } from './move-appointment/move-appointment.controller.js';
import { MoveAppointmentHandler } from './move-appointment/move-appointment.handler.js';

export const appointmentSlices = {
  controllers: [
    BookAppointmentController,
    MoveAppointmentController,
    CancelAppointmentController,
    CancelAppointmentOnClientErased,
    KeepAppointmentController,
    MissAppointmentController,
    AppointmentListController,
    AppointmentPageController,
  ],
  providers: [
    BookAppointmentHandler,
    MoveAppointmentHandler,
    CancelAppointmentHandler,
    KeepAppointmentHandler,
    MissAppointmentHandler,
    AppointmentListQuery,
    AppointmentsAheadQuery,
    MenuChecksQuery,
  ],
  views: [appointmentList],
};
