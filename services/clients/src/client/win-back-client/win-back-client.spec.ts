import { decisions } from '#libs/testing';
import {
  aClientLost,
  aClientRegistered,
  aClientRestricted,
  aClientWonBack,
} from '../../testing/client.builders.js';
import { client } from '../client.js';
import { WinBackClient, winBackClient } from './win-back-client.js';

const spec = decisions(client, winBackClient('2026-05-01'));
const wonBack = aClientWonBack({ saidOn: '2026-05-01' });
const { clientId } = wonBack.data;
const visitId = '01900000-0000-7000-8000-00000000000a';
const timeZone = 'Asia/Shanghai';
const winningBack = (visit: { visitId: string; on: string; timeZone?: string } | null = null) =>
  new WinBackClient({
    clientId,
    visit: visit && { timeZone, ...visit },
    wonBackAt: wonBack.occurredAt,
  });

describe('winning somebody back', () => {
  it('is when somebody says so, and when she comes again', () => {
    spec.given(aClientRegistered(), aClientLost()).when(winningBack()).then(wonBack);
    const visit = winningBack({ visitId, on: '2026-03-31' });
    spec
      .given(aClientRegistered(), aClientLost())
      .when(visit)
      .then(aClientWonBack({ visitId, visitedOn: '2026-03-31' }));
  });

  it('is not by a visit up to the day she left, which may be told late', () => {
    const visit = winningBack({ visitId, on: aClientLost().data.leftOn });
    spec.given(aClientRegistered(), aClientLost()).when(visit).thenNothing();
  });

  it('changes nothing for who never left, or is back', () => {
    spec.given(aClientRegistered()).when(winningBack()).thenNothing();
    spec.given(aClientRegistered(), aClientLost(), wonBack).when(winningBack()).thenNothing();
  });

  it('lets what is known of her be used again, when she comes after that was restricted', () => {
    const restricted = aClientRestricted();
    spec.given(aClientRegistered(), restricted).when(winningBack()).then(wonBack);
    const visit = (on: string) => winningBack({ visitId, on });
    spec
      .given(aClientRegistered(), restricted)
      .when(visit('2026-05-01'))
      .then(aClientWonBack({ visitId, visitedOn: '2026-05-01' }));
    spec.given(aClientRegistered(), restricted).when(visit('2026-04-30')).thenNothing();
  });

  it.each([
    ['Asia/Shanghai', '2026-04-30', '2026-05-01'],
    ['Pacific/Auckland', '2026-04-30', '2026-05-01'],
    ['America/Los_Angeles', '2026-04-29', '2026-04-30'],
  ])('counts the day on which that began by the clock of the store in %s', (timeZone, before, on) => {
    const restricted = { ...aClientRestricted(), occurredAt: '2026-04-30T18:00:00.000Z' };
    spec
      .given(aClientRegistered(), restricted)
      .when(winningBack({ visitId, on: before, timeZone }))
      .thenNothing();
    spec
      .given(aClientRegistered(), restricted)
      .when(winningBack({ visitId, on, timeZone }))
      .then(aClientWonBack({ visitId, visitedOn: on }));
  });

  it('is not by a visit before that was restricted, though it was after the day she had left', () => {
    const before = winningBack({ visitId, on: '2026-04-29' });
    spec.given(aClientRegistered(), aClientLost(), aClientRestricted()).when(before).thenNothing();
  });

  it('is of somebody who is known', () => {
    spec.given().when(winningBack()).thenRefused('unknown-client', { clientId });
  });
});
