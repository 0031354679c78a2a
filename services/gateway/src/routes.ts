/** Which service answers what, by the first words of a path. */
export const ROUTES: Readonly<Record<string, readonly string[]>> = {
  stores: [
    '/v1/stores',
    '/v1/staff',
    '/v1/sessions',
    '/v1/regions',
    '/v1/policies',
    '/v1/items',
    '/v1/processors',
    '/v1/products',
    '/v1/documents',
    '/v1/check-runs',
    '/v1/groups',
    '/v1/store-rhythm',
    '/v1/rotas',
    '/v1/hand-overs',
    '/v1/monthly-plans',
    '/v1/audit',
  ],
  clients: [
    '/v1/clients',
    '/v1/leads',
    '/v1/client-exports',
    '/v1/client-lookups',
    '/v1/files-to-update',
    '/v1/suspected-duplicates',
    '/v1/companion-groups',
    '/v1/client-values',
    '/v1/client-value-sizes',
    '/v1/client-classes',
    '/v1/client-class-sizes',
    '/v1/client-personalities',
    '/v1/client-personality-sizes',
    '/v1/client-persona',
    '/v1/client-losses',
    '/v1/purpose-notices',
    '/v1/broken-glass',
    '/v1/private-dates',
    '/v1/erasures',
    '/v1/incidents',
    '/v1/client-requests',
    '/v1/retention',
  ],
  visits: ['/v1/visits', '/v1/appointments', '/v1/unmatched-returns'],
  membership: ['/v1/members'],
  referrals: ['/v1/referrals'],
  'follow-ups': ['/v1/follow-ups'],
  complaints: ['/v1/complaints'],
  reporting: ['/v1/reports'],
  imports: ['/v1/imports'],
};

/** Whether a path can be asked for here. */
export const isRouted = (path: string): boolean =>
  Object.values(ROUTES)
    .flat()
    .some((prefix) => path === prefix || path.startsWith(`${prefix}/`));

/** Where each service is. */
export type Upstreams = Readonly<Record<string, string>>;
