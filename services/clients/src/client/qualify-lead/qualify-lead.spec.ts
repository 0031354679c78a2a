import fc from 'fast-check';
import { decisions, withRedeliveries } from '#libs/testing';
import {
  aClientErased,
  aClientRegistered,
  aLeadAdded,
  aLeadQualified,
  hers,
  theLeadRegistered,
} from '../../testing/client.builders.js';
import type { ClientEvent } from '../client.events.js';
import { client } from '../client.js';
import { QualifyLead, qualifyLead } from './qualify-lead.js';

const spec = decisions(client, qualifyLead);
const { clientId } = aLeadAdded().data;
const qualifiedAt = aLeadQualified().occurredAt;
const visitId = '01900000-0000-7000-8000-00000000000a';
const asking = new QualifyLead({ clientId, visitId: null, qualifiedAt });

describe('qualifying a lead', () => {
  it('makes her a client when somebody says so', () => {
    spec.given(aLeadAdded()).when(asking).then(aLeadQualified(), theLeadRegistered());
  });

  it('makes her a client when she comes, and says by which visit', () => {
    spec
      .given(aLeadAdded())
      .when(new QualifyLead({ clientId, visitId, qualifiedAt }))
      .then(aLeadQualified({ visitId }), theLeadRegistered());
  });

  it('changes nothing for a client, whether she was a lead or not', () => {
    spec.given(aLeadAdded(), aLeadQualified(), theLeadRegistered()).when(asking).thenNothing();
    spec.given(aClientRegistered()).when(asking).thenNothing();
  });

  it('changes nothing when visits come again, whatever was done before or meanwhile', () => {
    const visit = fc.uuid().map((visitId) => new QualifyLead({ clientId, visitId, qualifiedAt }));
    const told = fc.array(fc.oneof(visit, fc.constant(asking)), { minLength: 1 });
    const live = (commands: readonly QualifyLead[]) =>
      commands.reduce<readonly ClientEvent[]>(
        (facts, command) => [...facts, ...qualifyLead(command, facts.reduce(client.evolve, client.initial))],
        [aLeadAdded()],
      );
    fc.assert(
      fc.property(withRedeliveries(told), ({ once, redelivered }) => {
        expect(live(redelivered)).toEqual(live(once));
      }),
    );
  });

  it('makes nobody a client who was erased', () => {
    spec.given(aLeadAdded(), aClientErased()).when(asking).thenRefused('erased', { subject: clientId });
  });

  it('does not know a lead that nobody added', () => {
    spec.given().when(asking).thenRefused('unknown-lead');
  });

  it('keeps the contact she had as a lead', () => {
    const history = [aLeadAdded(), aLeadQualified(), theLeadRegistered()];
    expect(history.reduce(client.evolve, client.initial)).toMatchObject({
      status: 'client',
      storeId: 'sh-01',
      since: qualifiedAt,
      contact: hers.envelope,
      sealedFor: 'LeadAdded',
    });
  });
});
