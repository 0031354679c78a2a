import { views } from '#libs/testing';
import { personalDataRead } from '../../testing/reading.builders.js';
import { accountReading } from './account-reading.projection.js';

const read = personalDataRead();
const { clientId } = read.data;

describe('who read whom', () => {
  const spec = views(accountReading);
  const row = { account: 'li', clientId, readAt: read.occurredAt, what: 'page' } as const;

  it('is a row for each reading of an account', () => {
    spec.given({ ...read, actor: 'li' }, { ...read, actor: 'li' }).thenRows(row, row);
  });

  it('is no row where a part of Liren read for itself, or somebody was refused', () => {
    spec.given({ ...read, actor: 'service:follow-ups' }, { ...read, actor: null }).thenRows();
    const refused = { ...read.data, why: 'no-consent' } as const;
    spec.given({ ...read, type: 'ReadingRefused', data: refused, actor: 'li' }).thenRows();
  });
});
