import { decisions } from '#libs/testing';
import { aMemberEnrolled } from '../../testing/member.builders.js';
import { member } from '../member.js';
import { EnrolMember, enrolMember } from './enrol-member.js';

const spec = decisions(member, enrolMember);
const enrolling = (reason: 'asked' | 'registered') => {
  const { data, occurredAt } = aMemberEnrolled();
  return new EnrolMember({ clientId: data.clientId, storeId: data.storeId, reason, occurredAt });
};

describe('enrolling a member', () => {
  it('enrols a client who was asked; no policy decided that', () => {
    spec
      .given()
      .when(enrolling('asked'))
      .then({ ...aMemberEnrolled({ reason: 'asked' }), policyVersion: null });
  });

  it('enrols every registered client, by policy', () => {
    spec
      .given()
      .when(enrolling('registered'))
      .then({ ...aMemberEnrolled({ reason: 'registered' }), policyVersion: 'enrolment@1' });
  });

  it('changes nothing for a member', () => {
    spec.given(aMemberEnrolled()).when(enrolling('asked')).thenNothing();
    spec.given(aMemberEnrolled()).when(enrolling('registered')).thenNothing();
  });
});
