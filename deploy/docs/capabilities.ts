/** What stands for an id today. `part` says what of it is still missing. */
interface Capability {
  readonly service: string;
  readonly useCase: string;
  /** Path of the spec that shows it. */
  readonly spec: string;
  readonly part?: string;
}

/** Groups of ids, as the list of capabilities numbers them. */
const GROUPS: readonly (readonly [prefix: string, title: string, count: number])[] = [
  ['CL', 'Clients', 67],
  ['VA', 'Visits and appointments', 44],
  ['MP', 'Membership, points, cards, coupons', 36],
  ['RF', 'Referrals', 12],
  ['FU', 'Follow-ups, greetings, surveys', 35],
  ['CP', 'Complaints and staff discipline', 22],
  ['HQ', 'Headquarters’ reports', 33],
  ['OS', 'Organisation and staff', 25],
  ['PS', 'Privacy and security', 8],
  ['MK', 'Marketing and events', 17],
  ['X', 'What no product here has', 18],
];

const followUps = (useCase: string): Capability => ({
  service: 'follow-ups',
  useCase,
  spec: 'services/follow-ups/test/follow-ups.e2e.spec.ts',
});
const inFile = (useCase: string, spec: string, part?: string): Capability => ({
  service: 'clients',
  useCase,
  spec: `services/clients/test/${spec}.e2e.spec.ts`,
  ...(part === undefined ? {} : { part }),
});
const rewarded: Capability = {
  service: 'referrals',
  useCase: 'reward-referral',
  spec: 'services/referrals/test/referrals.e2e.spec.ts',
};

const exported: Capability = {
  service: 'clients',
  useCase: 'export-clients',
  spec: 'services/clients/test/client-exports.e2e.spec.ts',
};
const organisation = (useCase: string, part?: string): Capability => ({
  service: 'stores',
  useCase,
  spec: 'services/stores/test/organisation.e2e.spec.ts',
  part,
});

const documents: Capability = {
  service: 'stores',
  useCase: 'publish-document, document-in-force',
  spec: 'services/stores/test/documents.e2e.spec.ts',
};

const storeDays = (useCase: string): Capability => ({
  service: 'stores',
  useCase,
  spec: 'services/stores/test/store-days.e2e.spec.ts',
});

const booked = (useCase: string, part?: string): Capability => ({
  service: 'visits',
  useCase,
  spec: 'services/visits/test/appointments.e2e.spec.ts',
  part,
});

const groups = (useCase: string, part?: string): Capability => ({
  service: 'stores',
  useCase,
  spec: 'services/stores/test/groups.e2e.spec.ts',
  ...(part === undefined ? {} : { part }),
});

const ASK = 'the task on its day; what to ask not yet';

const visitClass = inFile('client-classification, classed-clients, class-sizes', 'client-classes');

/** Only what works; everything else is "not yet". */
const DONE: Readonly<Record<string, Capability>> = {
  'CL-01': inFile('update-file', 'client-file'),
  'CL-02': inFile('update-file', 'client-file'),
  'CL-03': inFile('update-file', 'client-file'),
  'CL-04': inFile('update-file', 'client-file'),
  'CL-05': inFile('update-file', 'client-file', 'health has a vault of its own'),
  'CL-06': inFile('update-file', 'client-file'),
  'CL-07': inFile('update-file, purchases, care-list', 'care-plan'),
  'CL-08': inFile('update-file', 'client-file'),
  'CL-09': inFile('update-file', 'client-file'),
  'CL-10': inFile('client-page', 'client-file'),
  'CL-11': inFile('client-page', 'client-file'),
  'CL-12': inFile('client-glance', 'client-care', 'shown at a glance; no surprise is planned yet'),
  'CL-13': inFile('update-file', 'client-file'),
  'CL-14': inFile(
    'update-file',
    'client-file',
    'kept where she tells it; it decides nothing, and no advice follows from it',
  ),
  'CL-15': inFile('update-file', 'client-file'),
  'CL-16': inFile('care-picture-comparison', 'care-pictures', 'the console has no page for it yet'),
  'CL-17': inFile('update-file', 'client-file'),
  'CL-18': inFile('client-page', 'client-file'),
  'CL-19': {
    service: 'clients, visits',
    useCase: 'check-item, book-appointment, record-visit',
    spec: 'tests/contraindicated/contraindicated.e2e.spec.ts',
  },
  'CL-20': inFile('update-file', 'client-file'),
  'CL-21': inFile('update-file', 'client-file'),
  'CL-22': inFile('update-file', 'client-file'),
  'CL-23': inFile('note-care', 'client-care'),
  'CL-24': inFile('note-care', 'client-care'),
  'CL-26': inFile('note-care, client-visits', 'client-care'),
  'CL-27': inFile('update-file, note-care', 'client-care', 'products in words'),
  'CL-28': inFile('client-page, client-visits, care-list', 'client-care'),
  'CL-25': inFile(
    'register-client, purpose-notice',
    'consent-texts',
    'who was told an older notice is not told anew',
  ),
  'CL-29': inFile('files-to-update', 'client-care'),
  'CL-30': inFile('change-contact', 'client-file'),
  'CL-31': inFile('assign-owner, review-file', 'client-care'),
  'CL-32': inFile('purchases', 'care-plan', 'services and goods; card items when there are cards'),
  'CL-33': inFile('care-list', 'client-care'),
  'CL-34': inFile('note-care', 'client-care'),
  'CL-35': inFile('update-file', 'client-file'),
  'CL-36': inFile('note-care', 'client-care'),
  'CL-37': inFile('take-health-note, private-dates', 'privacy'),
  'CL-38': inFile('client-glance', 'client-care'),
  'CL-39': inFile('client-glance', 'client-links'),
  'CL-40': inFile('client-glance', 'client-care'),
  'CL-41': inFile('update-file', 'client-file'),
  'CL-42': inFile('proposed-plan', 'care-plan'),
  'CL-43': inFile('proposed-plan', 'care-plan'),
  'CL-45': inFile('client-search', 'client-search'),
  'CL-52': inFile('client-page', 'client-file'),
  'CL-53': inFile('client-page', 'client-file'),
  'CL-54': inFile('client-page', 'client-file'),
  'CL-55': inFile('client-page', 'client-file'),
  'CL-56': inFile('arrange-companions, client-page', 'companions'),
  'CL-57': inFile('arrange-companions', 'companions'),
  'CL-58': inFile('personality-sizes, clients-of-personality', 'client-analysis'),
  'CL-59': inFile('update-file', 'client-file', 'kept; both are received alike, so nothing follows from it'),
  'MP-04': inFile(
    'client-glance',
    'client-links',
    'the level of one client, by a published policy; nothing follows from it',
  ),
  'VA-04': booked('book-appointment'),
  'VA-31': booked('book-appointment', 'the next visit is booked; nothing asks for it before she leaves'),
  'CL-60': inFile('class-lead, lead-list', 'leads'),
  'CL-61': inFile('update-file', 'leads'),
  'CL-62': inFile('update-file', 'leads'),
  'CL-63': inFile('note-loss, win-back-client, losses', 'client-analysis'),
  'CL-64': inFile('persona', 'client-analysis'),
  'CL-65': inFile('update-file', 'client-file'),
  'CL-44': inFile('purchases, client-visits', 'care-plan'),
  'CL-46': inFile('client-values, value-sizes, class-sizes', 'client-classes'),
  'CL-47': inFile('client-values, value-sizes', 'client-values'),
  'CL-48': inFile('value-sizes', 'client-values', 'of what is paid; profit is not known here'),
  'CL-49': visitClass,
  'CL-50': visitClass,
  'CL-51': visitClass,
  'CL-66': {
    service: 'imports',
    useCase: 'start-import',
    spec: 'tests/history/client-files.spec.ts',
    part: 'visits, returns and whole client files; health notes are taken one by one, with her consent',
  },
  'CL-67': {
    service: 'clients',
    useCase: 'export-clients',
    spec: 'tests/history/whole-files.spec.ts',
    part: 'XLSX and CSV both ways, of whole client files; visits come in alone',
  },
  'MP-07': {
    service: 'membership',
    useCase: 'earn-points',
    spec: 'services/membership/src/member/earn-points/earn-points.spec.ts',
    part: 'earning; redeeming and tiers not yet',
  },
  'MP-27': {
    service: 'visits',
    useCase: 'return-goods',
    spec: 'services/visits/src/visit/return-goods/return-goods.spec.ts',
  },
  'PS-01': {
    service: 'all',
    useCase: 'libs/access',
    spec: 'tests/access/every-role.e2e.spec.ts',
  },
  'PS-02': { ...exported, useCase: 'export-clients, access-log, personal-data-copy, engage-processor' },
  'PS-03': {
    ...exported,
    useCase: 'export-clients, give-consent',
    part: 'what leaves, her health and her pictures; what a contract with a recipient says is not kept',
  },
  'PS-04': {
    service: 'clients',
    useCase: 'access-log, erase-client, retention',
    spec: 'tests/erasure/erasure.e2e.spec.ts',
  },
  'PS-05': {
    service: 'all',
    useCase: 'docs/reference/law.md; erase-client, record-incident, make-request, left-for-abroad',
    spec: 'tests/erasure/erasure.e2e.spec.ts',
    part: 'by article in law.md, which names what is not there yet',
  },
  'PS-06': {
    service: 'clients, stores',
    useCase: 'end-employment, export-clients, client-owner',
    spec: 'tests/leaver/leaver.e2e.spec.ts',
    part: 'until somebody else serves her, or a policy or a manager says so, she is still named as the leaver’s',
  },
  'PS-07': { ...exported, part: 'whole client files; health notes by backups alone' },
  'PS-08': exported,
  'RF-01': rewarded,
  'RF-02': { ...rewarded, part: 'points; coupons not yet' },
  'RF-03': { ...rewarded, part: 'points; other offers not yet' },
  'RF-04': { ...rewarded, part: 'one scheme for the chain; changing it not yet' },
  'RF-06': {
    service: 'referrals',
    useCase: 'introduce-client',
    spec: 'services/referrals/src/referral/one-level.spec.ts',
    part: 'one level, for everybody; a limit by jurisdiction not yet',
  },
  'RF-11': rewarded,
  'FU-01': { ...followUps('plan-follow-up'), part: ASK },
  'FU-02': { ...followUps('plan-follow-up'), part: ASK },
  'FU-03': { ...followUps('plan-follow-up'), part: ASK },
  'FU-04': followUps('plan-follow-up'),
  'FU-16': inFile('client-owner', 'ownership', 'follow-up tasks do not go by it yet'),
  'FU-17': inFile('client-owner', 'ownership', 'follow-up tasks do not go by it yet'),
  'CP-01': {
    service: 'complaints',
    useCase: 'open-complaint',
    spec: 'services/complaints/src/complaint/open-complaint/open-complaint.spec.ts',
    part: 'the channel is recorded; channels of their own not yet',
  },
  'CP-02': {
    service: 'complaints',
    useCase: 'open-complaint',
    spec: 'services/complaints/test/complaints.e2e.spec.ts',
  },
  'CP-03': {
    service: 'complaints',
    useCase: 'open-complaint, answer-complaint',
    spec: 'services/complaints/test/complaints.e2e.spec.ts',
    part: 'the 24-hour clock; measures taken not yet',
  },
  'HQ-04': {
    service: 'stores',
    useCase: 'open-store, change-store',
    spec: 'services/stores/test/organisation.e2e.spec.ts',
  },
  'OS-01': organisation('hire-staff, take-post'),
  'OS-02': organisation('hire-staff, take-post'),
  'OS-03': groups('form-group, join-group, receive-standard, signature-list'),
  'OS-04': groups(
    'form-group, join-group, supervise-store',
    'its people, its duties and its supervision; follow-up tasks are not given to a group',
  ),
  'OS-05': organisation('hire-staff, take-post'),
  'OS-06': organisation('complete-training, trainings-due'),
  'OS-07': inFile('client-owner', 'ownership', 'rotation by the policy; bookings do not go by it yet'),
  'OS-08': {
    service: 'stores',
    useCase: 'publish-rota, rota-of-week, publish-document',
    spec: 'services/stores/test/rotas.e2e.spec.ts',
    part: 'hours and duties as rotas; division of work, reward and punishment as documents',
  },
  'OS-09': storeDays('note-rhythm, rhythm-list, rhythm-standing'),
  'OS-10': organisation(
    'turnover, end-employment',
    'who came, left and why, and for how long; clients kept are not known here to be set beside it',
  ),
  'OS-11': {
    ...documents,
    useCase: 'document-list; whose she is: client-owner',
    part: 'documents by stage and post; tasks are not made of them',
  },
  'OS-12': inFile(
    'client-owner, client-owners',
    'ownership',
    'whose she was and why; no pay is counted by it',
  ),
  'OS-13': documents,
  'OS-14': { ...documents, part: 'as documents and daily check lists' },
  'OS-15': documents,
  'OS-16': storeDays('sign-standard'),
  'OS-19': documents,
  'OS-20': storeDays('hand-over-shift, accept-hand-over'),
  'OS-21': { ...documents, part: 'as phrases of the kind product-knowledge' },
  'OS-22': organisation(
    'describe-product, receive-batch, product-safety',
    'supplier, licence, batches and their last days; a licence is not looked up with the authority',
  ),
  'OS-23': groups('supervise-store, settle-finding, supervision'),
  'OS-24': storeDays('run-check-list'),
  'OS-25': { ...documents, useCase: 'publish-document, publish-policy' },
  'OS-17': organisation('publish-policy'),
  'OS-18': organisation('policy-in-force'),
  X1: {
    service: 'reporting',
    useCase: 'store-comparison',
    spec: 'services/reporting/test/reporting.e2e.spec.ts',
    part: 'the store comparison; other reports not yet',
  },
  X11: inFile('client-owner, client-owners', 'ownership', 'performance credit by owner not yet'),
  X13: {
    service: 'clients',
    useCase: 'order-erasure, certificate',
    spec: 'tests/erasure/erasure.e2e.spec.ts',
  },
  X14: {
    service: 'clients',
    useCase: 'health-notes, break-glass, access-log',
    spec: 'services/clients/test/privacy.e2e.spec.ts',
  },
  X15: {
    service: 'clients, membership, referrals, follow-ups, complaints, reporting',
    useCase: 'merge-clients, unmerge-clients',
    spec: 'tests/merge/merge.e2e.spec.ts',
    part: 'visits, points, referrals, follow-ups, complaints, figures; cards not yet',
  },
  X5: {
    service: 'membership',
    useCase: 'points-explanation',
    spec: 'services/membership/test/membership.e2e.spec.ts',
    part: 'earning and reversing; redeeming not yet',
  },
  X6: {
    service: 'membership, referrals',
    useCase: 'reverse-points, reverse-reward',
    spec: 'services/membership/src/member/points-history.spec.ts',
    part: 'points and referral rewards; tiers not yet',
  },
};

/** Every id, where it lives, or that it is not there yet. */
export const capabilitiesPage = (): string =>
  [
    '# Capabilities',
    '',
    'What must work, by id: service, use case and the spec that shows it, or "not yet".',
    'Generated from `deploy/docs/capabilities.ts`; a spec that is named and not there fails the check.',
    '',
    ...GROUPS.flatMap(([prefix, title, count]) => [`## ${title}`, '', ...tableOf(prefix, count), '']),
  ].join('\n');

/** The specs that capabilities name. */
export const namedSpecs = (): string[] => [...new Set(Object.values(DONE).map(({ spec }) => spec))];

const tableOf = (prefix: string, count: number): string[] => {
  const width = prefix === 'X' ? 1 : 2;
  const separator = prefix === 'X' ? '' : '-';
  const ids = Array.from(
    { length: count },
    (_, at) => `${prefix}${separator}${String(at + 1).padStart(width, '0')}`,
  );
  return [
    '| id | service | use case | spec | still missing |',
    '| --- | --- | --- | --- | --- |',
    ...ids.map(rowOf),
  ];
};

const rowOf = (id: string): string => {
  const done = DONE[id];
  if (done === undefined) return `| ${id} | not yet | | | |`;
  const { service, useCase, spec, part = '' } = done;
  return `| ${id} | ${service} | ${useCase} | [${spec.split('/').at(-1)}](../../${spec}) | ${part} |`;
};
