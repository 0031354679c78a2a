import { decisions } from '#libs/testing';
import { aClientRegistered, aFileReviewed } from '../../testing/client.builders.js';
import { client } from '../client.js';
import { ReviewFile, reviewFile } from './review-file.js';

const spec = decisions(client, reviewFile);
const reviewed = aFileReviewed();
const { clientId } = reviewed.data;
const at = (reviewedAt: string) => new ReviewFile({ clientId, reviewedAt });

describe('reviewing a file', () => {
  it('is recorded, once for each time', () => {
    spec.given(aClientRegistered()).when(at(reviewed.occurredAt)).then(reviewed);
    const later = '2026-09-01T02:00:00.000Z';
    spec.given(aClientRegistered(), reviewed).when(at(later)).then(aFileReviewed(later));
  });

  it('is of a file that there is', () => {
    spec.given().when(at(reviewed.occurredAt)).thenRefused('unknown-client', { clientId });
  });
});
