import {
  aClientErased,
  aClientRegistered,
  aClientRestricted,
  aClientWonBack,
} from '../testing/client.builders.js';
import { client } from './client.js';
import type { ClientEvent } from './client.events.js';
import { keptClient, usableClient } from './known-client.js';

const having = (...facts: ClientEvent[]) => facts.reduce(client.evolve, client.initial);
const refused = (code: string) => expect.objectContaining({ code }) as Error;
const registered = aClientRegistered();
const { clientId } = registered.data;

describe('a client whose data may be used', () => {
  it('is one who is known, and not restricted', () => {
    expect(() => usableClient(clientId, having())).toThrow(refused('unknown-client'));
    const restricted = having(registered, aClientRestricted());
    expect(() => usableClient(clientId, restricted)).toThrow(refused('restricted'));
    expect(usableClient(clientId, having(registered, aClientRestricted(), aClientWonBack()))).toBeDefined();
  });

  it('gives nothing more once she is erased, restricted before or not', () => {
    const erased = having(registered, aClientRestricted(), aClientErased());
    for (const gone of [erased, having(registered, aClientErased())]) {
      expect(() => usableClient(clientId, gone)).toThrow(refused('erased'));
      expect(() => keptClient(clientId, gone)).toThrow(refused('erased'));
    }
    expect(usableClient(clientId, having(registered))).toMatchObject({ status: 'client' });
    expect(keptClient(clientId, having(registered, aClientRestricted()))).toBeDefined();
  });
});
