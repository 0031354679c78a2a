import { AccessLogController } from './access-log/access-log.controller.js';
import { AccessLogQuery } from './access-log/access-log.query.js';
import { DisclosuresQuery } from './disclosures.query.js';
import { Readings } from './readings.process.js';

export const readingSlices = {
  controllers: [AccessLogController],
  providers: [AccessLogQuery, DisclosuresQuery, Readings],
};
