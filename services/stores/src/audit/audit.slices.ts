import { AuditLogController } from './audit-log/audit-log.controller.js';
import { AuditLogQuery } from './audit-log/audit-log.query.js';
import { TrailsQuery } from './audit-log/trails.query.js';

export const auditSlices = {
  controllers: [AuditLogController],
  providers: [AuditLogQuery, TrailsQuery],
};
