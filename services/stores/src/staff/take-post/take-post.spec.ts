import { decisions } from '#libs/testing';
import {
  aPostTaken,
  aStaffHired,
  aTrainingCompleted,
  morning,
  staffId,
} from '../../testing/staff.builders.js';
import { staff } from '../staff.js';
import { TakePost, takePost } from './take-post.js';

const required = [{ post: 'front-desk', training: 'desk' }];
const spec = decisions(staff, takePost({ required, version: 'post-training@1' }));
const by = { role: 'hq-admin', stores: 'every' } as const;
const taking = (post: TakePost['data']['post'] = 'front-desk') =>
  new TakePost({ staffId, post, effectiveFrom: '2026-03-05', decidedAt: morning, by });

describe('taking a post', () => {
  it('is for who has had the training it requires before', () => {
    spec.given(aStaffHired(), aTrainingCompleted()).when(taking()).then(aPostTaken());
  });

  it('refuses who has not, or not before the day', () => {
    spec
      .given(aStaffHired())
      .when(taking())
      .thenRefused('training-missing', { missing: ['desk'] });
    const late = aTrainingCompleted({ completedOn: '2026-03-06' });
    spec.given(aStaffHired(), late).when(taking()).thenRefused('training-missing');
  });

  it('refuses who learned it too long ago', () => {
    const yearly = [{ post: 'front-desk', training: 'desk', everyMonths: 12 }];
    decisions(staff, takePost({ required: yearly, version: 'post-training@2' }))
      .given(aStaffHired(), aTrainingCompleted({ completedOn: '2025-03-04' }))
      .when(taking())
      .thenRefused('training-missing', { missing: ['desk'] });
  });

  it('changes nothing when it is hers on that day', () => {
    spec.given(aStaffHired()).when(taking('therapist')).thenNothing();
  });
});
