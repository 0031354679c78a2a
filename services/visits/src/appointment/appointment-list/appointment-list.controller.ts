import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags, IntersectionType } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed, MANAGERS, STORE_STAFF } from '#libs/access';
import {
  Answers,
  Day,
  OneOf,
  Optional,
  pageOf,
  PageQuery,
  PositionQuery,
  Text,
  Uuid,
  type Page,
} from '#libs/http';
import { appointmentFields, STATUSES } from '../appointment.answers.js';
import type { AppointmentStatus } from '../appointment.js';
import type { AppointmentRow } from './appointment-list.projection.js';
import { AppointmentListQuery } from './appointment-list.query.js';

class AppointmentListParameters extends IntersectionType(PageQuery, PositionQuery) {
  @Optional()
  @Text({ max: 64, example: 'sh-01' })
  storeId?: string;

  @Optional()
  @Text({ max: 64 })
  staffId?: string;

  @Optional()
  @Uuid()
  clientId?: string;

  @Optional()
  @OneOf(STATUSES)
  status?: AppointmentStatus;

  /** The first day, at the store. */
  @Optional()
  @Day()
  from?: string;

  /** The last day, at the store. */
  @Optional()
  @Day()
  to?: string;
}

@ApiTags('appointments')
@Controller('v1/appointments')
export class AppointmentListController {
  constructor(private readonly appointments: AppointmentListQuery) {}

  @Get()
  @Allowed(...STORE_STAFF, ...MANAGERS, 'auditor', 'integration', 'service')
  @ApiOperation({ summary: 'Appointments, by when they begin' })
  @Answers(pageOf(z.strictObject(appointmentFields)))
  list(
    @Query() { cursor, limit, minPosition, ...filter }: AppointmentListParameters,
  ): Promise<Page<AppointmentRow>> {
    return this.appointments.list(filter, cursor, limit, minPosition);
  }
}
