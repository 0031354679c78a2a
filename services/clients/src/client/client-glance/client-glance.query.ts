import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { CareNotesQuery } from '../../care-log/care-notes.query.js';
import { ClientLinksQuery } from '../../client-link/client-links.query.js';
import { HealthNotesQuery } from '../../health/health-notes.query.js';
import { KnownAppointmentsQuery } from '../../known-appointment/known-appointments.query.js';
import { KnownComplaintsQuery } from '../../known-complaint/known-complaints.query.js';
import { KnownMembersQuery } from '../../known-member/known-members.query.js';
import { KnownStoresQuery } from '../../known-store/known-stores.query.js';
import { LastVisitQuery } from '../../noted-visit/last-visit.query.js';
import { ownerNow } from '../../ownership/owner.answers.js';
import { OwnershipQuery } from '../../ownership/ownership.query.js';
import { ageBandOf } from '../age-band.js';
import { ClientsQuery } from '../clients.query.js';
import { FilesQuery } from '../files.query.js';
import { adviceFor } from '../handling-advice.js';
import { daysToBirthday } from './birthday.js';

const words = z.strictObject({ zh: z.string(), en: z.string() });

export const clientGlance = z.strictObject({
  clientId: z.uuid(),
  storeId: z.string(),
  status: z.enum(['lead', 'client']),
  name: z.string().nullable(),
  addressAs: z.string().nullable().describe('How to call her: as she likes it, else by her name'),
  features: z.string().nullable().describe('By what to know her'),
  memberNumber: z.string().nullable(),
  birthday: z
    .strictObject({ on: z.string(), inDays: z.int().describe('Days until the next one; 0 today') })
    .nullable(),
  ageBand: z.string().nullable(),
  careFocus: z.string().nullable(),
  taboos: z.array(z.string()),
  healthWarning: z
    .strictObject({ warns: z.boolean(), contraindications: z.array(z.string()).readonly() })
    .describe(
      'Whether to ask a therapist before she is served, of all who are one person with her; codes alone, and none without her consent',
    ),
  lastVisit: z
    .strictObject({ storeId: z.string(), on: z.iso.date(), itemIds: z.array(z.string()).readonly() })
    .nullable(),
  nextVisit: z
    .strictObject({
      storeId: z.string(),
      startsAt: z.iso.datetime(),
      endsAt: z.iso.datetime(),
      startsOn: z.iso.date().describe('The day at that store'),
      staffId: z.string(),
      itemIds: z.array(z.string()).readonly(),
    })
    .nullable()
    .describe('The first appointment that is not over; of all who are read as her'),
  member: z
    .strictObject({
      since: z.iso.datetime(),
      level: z.string().nullable().describe('The highest she has reached; null before the lowest'),
      policyVersion: z.string().nullable().describe('Which levels there are; null while nobody has said'),
    })
    .nullable()
    .describe('Null for who is no member; of all who are read as her'),
  openComplaint: z
    .strictObject({
      since: z.iso.datetime(),
      overdue: z.boolean().describe('Whether the time to answer ran out, and nobody has answered'),
    })
    .nullable()
    .describe('Of all who are read as her: since the first that is not closed; no word of what it is about'),
  owner: ownerNow.describe('Who follows her up'),
  hobbies: z.array(z.string()),
  advice: z.array(z.strictObject({ about: z.string(), advice: words })),
  lastCare: z
    .strictObject({
      caredAt: z.iso.datetime(),
      storeId: z.string(),
      details: z.string().nullable(),
      feedback: z.string().nullable(),
      nextTime: z.string().nullable(),
    })
    .nullable(),
  lastTalk: z.strictObject({ at: z.iso.datetime(), about: z.string() }).nullable(),
});

export type ClientGlance = z.infer<typeof clientGlance>;

const SECTIONS = ['person', 'preferences', 'care-plan', 'character'] as const;

@Injectable()
export class ClientGlanceQuery {
  constructor(
    private readonly clients: ClientsQuery,
    private readonly files: FilesQuery,
    private readonly notes: CareNotesQuery,
    private readonly health: HealthNotesQuery,
    private readonly visits: LastVisitQuery,
    private readonly owners: OwnershipQuery,
    private readonly links: ClientLinksQuery,
    private readonly members: KnownMembersQuery,
    private readonly appointments: KnownAppointmentsQuery,
    private readonly complaints: KnownComplaintsQuery,
    private readonly stores: KnownStoresQuery,
  ) {}

  /** What anybody at the desk needs to greet her. Refuses with `unknown-client`. */
  async of(clientId: string): Promise<ClientGlance> {
    const { known, card } = await this.clients.one(clientId);
    const { storeId, status, name, memberNumber } = card;
    const [ids, person] = await Promise.all([this.links.idsOf(clientId), this.links.personOf(clientId)]);
    const [file, cares, healthWarning, lastVisit, nextVisit, owner, member, openComplaint, today] =
      await Promise.all([
        this.files.read(clientId, known, SECTIONS),
        this.notes.entriesOf(clientId),
        this.health.warning(person),
        this.visits.of(ids),
        this.appointments.nextOf(ids),
        this.owners.now(clientId),
        this.members.of(ids, storeId),
        this.complaints.openOf(ids),
        this.stores.today(storeId),
      ]);
    const { person: about = {}, preferences = {}, character = {} } = file;
    const { birthday: on, addressAs = name, features = null, hobbies = [] } = about;
    return {
      ...{ clientId, storeId, status, name, memberNumber, addressAs, features, hobbies },
      birthday: on === undefined ? null : { on, inDays: daysToBirthday(on, today) },
      ageBand: ageBandOf(about, today)?.name ?? null,
      careFocus: file['care-plan']?.focus ?? null,
      taboos: preferences.taboos ?? [],
      ...{ healthWarning, lastVisit, nextVisit, owner, member, openComplaint },
      advice: adviceFor(character),
      ...latestOf(cares),
    };
  }
}

const latestOf = (
  cares: Awaited<ReturnType<CareNotesQuery['entriesOf']>>,
): Pick<ClientGlance, 'lastCare' | 'lastTalk'> => {
  const [last] = cares;
  const talk = cares.find(({ says }) => says?.talkedAbout !== undefined);
  const { details = null, feedback = null, nextTime = null } = last?.says ?? {};
  return {
    lastCare:
      last === undefined
        ? null
        : { caredAt: last.caredAt, storeId: last.storeId, details, feedback, nextTime },
    lastTalk: talk === undefined ? null : { at: talk.caredAt, about: talk.says!.talkedAbout! },
  };
};
