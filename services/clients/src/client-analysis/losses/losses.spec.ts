import { views } from '#libs/testing';
import {
  aClientErased,
  aClientLost,
  aClientRegistered,
  aClientRestricted,
  aClientWonBack,
} from '../../testing/client.builders.js';
import { loss } from './loss.projection.js';
import { withoutSmall } from './losses.js';

const spec = views(loss);
const lost = aClientLost();
const { clientId, storeId } = lost.data;
const away = { leftOn: '2026-03-30', reason: 'effect', status: 'client', wonBackOn: null } as const;

describe('who left and who came back (CL-63)', () => {
  it('says when and why, also when she is erased', () => {
    spec.given(aClientRegistered(), lost).thenRows({ clientId, storeId, losses: [away] });
    spec.given(aClientRegistered(), lost, aClientErased()).thenRows({ losses: [away] });
  });

  it('says what it was corrected to', () => {
    const earlier = aClientLost({ leftOn: '2026-02-01', reason: 'price' });
    spec.given(earlier, lost).thenRows({ losses: [away] });
  });

  it('says when she came back: the day of her visit, or when somebody said so', () => {
    const visited = aClientWonBack({ visitId: 'v', visitedOn: '2026-04-30' });
    spec.given(lost, visited).thenRows({ losses: [{ ...away, wonBackOn: '2026-04-30' }] });
    const said = aClientWonBack({ saidOn: '2026-05-02' });
    spec.given(lost, said).thenRows({ losses: [{ ...away, wonBackOn: '2026-05-02' }] });
  });

  it('goes by the day in UTC where a fact does not say which it was at her store', () => {
    spec.given(lost, aClientWonBack()).thenRows({ losses: [{ ...away, wonBackOn: '2026-05-01' }] });
  });

  it('keeps each loss of one who left again', () => {
    const again = aClientLost({ leftOn: '2026-06-01', reason: 'price' });
    const back = { ...away, wonBackOn: '2026-05-01' };
    const anew = { ...away, leftOn: '2026-06-01', reason: 'price' } as const;
    spec.given(lost, aClientWonBack(), again).thenRows({ losses: [back, anew] });
    spec
      .given(lost, aClientWonBack(), again, aClientWonBack({ visitedOn: '2026-06-02' }))
      .thenRows({ losses: [back, { ...anew, wonBackOn: '2026-06-02' }] });
  });

  it('takes facts that do not say what she was for those of clients', () => {
    const { status: _, ...data } = lost.data;
    spec.given({ ...lost, data }).thenRows({ losses: [away] });
    spec.given(aClientLost({ status: 'lead' })).thenRows({ losses: [{ ...away, status: 'lead' }] });
  });

  it('says nothing of who never left', () => {
    spec.given(aClientRegistered(), aClientRestricted(), aClientWonBack()).thenRows();
  });
});

describe('how many left, to who sees no names', () => {
  const march = { month: '2026-03', storeId };

  it('is told of five and more', () => {
    const month = {
      ...{ ...march, left: 20, reasons: { price: 5, effect: 15 } },
      ...{ wonBackSince: 6, wonBack: 5, leadsLost: 5 },
    };
    expect(withoutSmall(month)).toEqual(month);
  });

  it('is not told of fewer, nor what they could be had from', () => {
    const month = { ...march, left: 20, reasons: { price: 2, service: 6, effect: 12 }, wonBackSince: 19 };
    expect(withoutSmall({ ...month, wonBack: 4, leadsLost: 1 })).toEqual({
      ...{ ...march, left: 20, reasons: { effect: 12 }, wonBackSince: null, wonBack: null, leadsLost: null },
    });
  });
});
