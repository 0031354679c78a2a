import { z } from 'zod';
import { CATEGORIES, CHANNELS, RESOLUTIONS } from './complaint.events.js';
import type { ComplaintStatus } from './complaint.js';

export const STATUSES = ['open', 'answered', 'closed'] as const satisfies ComplaintStatus[];

/** What a complaint shows wherever it is shown. */
export const complaintFields = {
  complaintId: z.uuid(),
  storeId: z.string(),
  clientId: z.uuid().nullable(),
  visitId: z.uuid().nullable(),
  channel: z.enum(CHANNELS),
  category: z.enum(CATEGORIES).nullable(),
  status: z.enum(STATUSES),
  openedAt: z.iso.datetime(),
  dueAt: z.iso.datetime().describe('When the time to answer runs out'),
  breachedAt: z.iso.datetime().nullable(),
  answeredAt: z.iso.datetime().nullable(),
  closedAt: z.iso.datetime().nullable(),
  resolution: z.enum(RESOLUTIONS).nullable(),
};
