import { decisions } from '#libs/testing';
import {
  aClientRegistered,
  aLeadAdded,
  aLeadClassed,
  aLeadQualified,
  theLeadRegistered,
} from '../../testing/client.builders.js';
import { client } from '../client.js';
import { ClassLead, classLead } from './class-lead.js';

const spec = decisions(client, classLead);
const { clientId } = aLeadAdded().data;
const classing = (leadClass: 'A' | 'C') =>
  new ClassLead({ clientId, leadClass, classedAt: aLeadClassed('C').occurredAt });

describe('classing a lead (CL-60)', () => {
  it('keeps her class, and the next one in its place', () => {
    spec.given(aLeadAdded()).when(classing('C')).then(aLeadClassed('C'));
    spec.given(aLeadAdded(), aLeadClassed('C')).when(classing('A')).then(aLeadClassed('A'));
  });

  it('changes nothing when she is of that class', () => {
    spec.given(aLeadAdded(), aLeadClassed('C')).when(classing('C')).thenNothing();
  });

  it('does not give up one of class C: she becomes a client as any other', () => {
    const history = [aLeadAdded(), aLeadClassed('C'), aLeadQualified(), theLeadRegistered()];
    expect(history.reduce(client.evolve, client.initial)).toMatchObject({ status: 'client', leadClass: 'C' });
  });

  it('is of leads alone', () => {
    spec.given(aClientRegistered()).when(classing('A')).thenRefused('not-a-lead', { clientId });
    spec.given().when(classing('A')).thenRefused('unknown-lead', { clientId });
  });
});
