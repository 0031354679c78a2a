/** Which service answers what, by the first words of a path. */
export const ROUTES: Readonly<Record<string, readonly string[]>> = {
  stores: ['/v1/stores', '/v1/staff', '/v1/sessions'],
  clients: ['/v1/clients', '/v1/leads'],
  visits: ['/v1/visits', '/v1/unmatched-returns'],
  membership: ['/v1/members'],
  referrals: ['/v1/referrals'],
  'follow-ups': ['/v1/follow-ups'],
  complaints: ['/v1/complaints'],
  reporting: ['/v1/reports'],
  imports: ['/v1/imports'],
};

/** Where each service is. */
export type Upstreams = Readonly<Record<string, string>>;
