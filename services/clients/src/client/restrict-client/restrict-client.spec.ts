import { decisions } from '#libs/testing';
import {
  aClientErased,
  aClientRegistered,
  aClientRestricted,
  aClientWonBack,
} from '../../testing/client.builders.js';
import { client } from '../client.js';
import { RestrictClient, restrictClient } from './restrict-client.js';

const spec = decisions(client, restrictClient);
const restricted = aClientRestricted();
const { clientId } = restricted.data;
const restricting = new RestrictClient({
  clientId,
  restrictedAt: restricted.occurredAt,
  policyVersion: restricted.policyVersion!,
});

describe('restricting what is known of somebody', () => {
  it('is done once, and says by which policy', () => {
    spec.given(aClientRegistered()).when(restricting).then(restricted);
    spec.given(aClientRegistered(), restricted).when(restricting).thenNothing();
  });

  it('is done again when its purpose ends again', () => {
    spec.given(aClientRegistered(), restricted, aClientWonBack()).when(restricting).then(restricted);
  });

  it('has nothing to restrict of one who was erased', () => {
    spec.given(aClientRegistered(), aClientErased()).when(restricting).thenNothing();
  });
});
