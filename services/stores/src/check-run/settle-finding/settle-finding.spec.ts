import { decisions } from '#libs/testing';
import { aCheckListRun, aFindingSettled } from '../../testing/check-run.builders.js';
import { checkRun } from '../check-run.js';
import { SettleFinding, settleFinding } from './settle-finding.js';

const spec = decisions(checkRun, settleFinding);
const settled = aFindingSettled();
const settling = (pointId = 'light') => {
  const { storeId, ...given } = settled.data;
  return new SettleFinding({ ...given, pointId, settledAt: settled.occurredAt });
};

describe('settling a finding', () => {
  it('says what was done, once', () => {
    spec.given(aCheckListRun()).when(settling()).then(settled);
    spec.given(aCheckListRun(), settled).when(settling()).thenNothing();
  });

  it('is of a point that was found not in order', () => {
    spec.given(aCheckListRun()).when(settling('towels')).thenRefused('unknown-finding');
    spec.given().when(settling()).thenRefused('unknown-finding');
  });
});
