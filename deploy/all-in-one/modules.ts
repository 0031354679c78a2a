import { ClientsModule } from '../../services/clients/src/clients.module.js';
import { ComplaintsModule } from '../../services/complaints/src/complaints.module.js';
import { FollowUpsModule } from '../../services/follow-ups/src/follow-ups.module.js';
import { ImportsModule } from '../../services/imports/src/imports.module.js';
import { MembershipModule } from '../../services/membership/src/membership.module.js';
import { ReferralsModule } from '../../services/referrals/src/referrals.module.js';
import { ReportingModule } from '../../services/reporting/src/reporting.module.js';
import { StoresModule } from '../../services/stores/src/stores.module.js';
import { VisitsModule } from '../../services/visits/src/visits.module.js';

/** Every service that keeps something. */
export const MODULES = {
  stores: StoresModule,
  clients: ClientsModule,
  visits: VisitsModule,
  membership: MembershipModule,
  referrals: ReferralsModule,
  'follow-ups': FollowUpsModule,
  complaints: ComplaintsModule,
  reporting: ReportingModule,
  imports: ImportsModule,
} as const;

export type ServiceName = keyof typeof MODULES;
