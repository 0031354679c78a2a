import { views } from '#libs/testing';
import { aClientRegistered, aClientRestricted } from '../testing/client.builders.js';
import { clientsExported } from '../testing/client-export.builders.js';
import { clientStream } from './client-stream.projection.js';

const spec = views(clientStream);
const stream = 'client:fang';

describe('facts that tell of a client', () => {
  it('are those of the streams that are named by her, each stream once', () => {
    const facts = [aClientRegistered(), aClientRestricted()].map((fact) => ({ ...fact, stream }));
    spec.given(...facts).thenRows({ clientId: 'fang', stream });
  });

  it('are not those of who took files out: her own access log says so', () => {
    spec.given(clientsExported()).thenRows();
  });
});
