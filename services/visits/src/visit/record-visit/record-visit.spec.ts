import { decisions } from '#libs/testing';
import { aVisitCompleted } from '../../testing/visit.builders.js';
import { visit } from '../visit.js';
import { RecordVisit, recordVisit } from './record-visit.js';

const spec = decisions(visit, recordVisit({ timeZone: 'Asia/Shanghai', currency: 'CNY' }));
const completed = aVisitCompleted();
const { lines, payments, clientId, storeId, visitId } = completed.data;
const command = { visitId, clientId, storeId, lines, payments, completedAt: completed.occurredAt };
const telling = (change: Partial<RecordVisit['data']> = {}) => new RecordVisit({ ...command, ...change });

describe('recording a visit', () => {
  it('keeps the bill, and the day it falls on in the store', () => {
    spec.given().when(telling()).then(completed);
  });

  it('changes nothing when the same bill is told again', () => {
    spec.given(completed).when(telling()).thenNothing();
  });

  it('refuses another bill for the same visit', () => {
    const cheaper = lines.map((line) => ({ ...line, paidMinor: line.paidMinor - 1 }));
    spec
      .given(completed)
      .when(telling({ lines: cheaper }))
      .thenRefused('visit-recorded-differently');
  });

  it('refuses payments that do not add up to the bill', () => {
    const short = [{ method: 'cash', amountMinor: 1 } as const];
    spec
      .given()
      .when(telling({ payments: short }))
      .thenRefused('payments-differ', { givenMinor: 1 });
  });

  it('refuses two lines with the same id', () => {
    const twice = [lines[0]!, lines[0]!];
    spec
      .given()
      .when(telling({ lines: twice, payments: [] }))
      .thenRefused('line-id-twice');
  });

  it('counts lines that are alike but for their id, each', () => {
    const alike = [
      { ...lines[0]!, lineId: '1' },
      { ...lines[0]!, lineId: '2' },
    ];
    const data = { ...completed.data, lines: alike, payments: [], paidMinor: 2 * lines[0]!.paidMinor };
    spec
      .given()
      .when(telling({ lines: alike, payments: [] }))
      .then({ ...completed, data });
  });
});
