import { decisions } from '#libs/testing';
import { aCheckListRun } from '../../testing/check-run.builders.js';
import type { PointResult } from '../check-run.events.js';
import { checkRun } from '../check-run.js';
import { RunCheckList, runCheckList } from './run-check-list.js';

const run = aCheckListRun();
const { runId, version, because, day, storeId, code, results } = run.data;
const list = { version, because, day, pointIds: ['towels', 'light'] };
const spec = decisions(checkRun, runCheckList(runId, list));
const running = (found: readonly PointResult[] = results) =>
  new RunCheckList({ storeId, code, results: found, runAt: run.occurredAt });

describe('running a check list', () => {
  it('records each point and how many were not in order, once', () => {
    spec.given().when(running()).then(run);
    spec.given(run).when(running()).thenNothing();
  });

  it('refuses another result for the same day', () => {
    const better = results.map(({ pointId }) => ({ pointId, outcome: 'ok' as const }));
    spec.given(run).when(running(better)).thenRefused('check-list-run-already');
  });

  it('refuses points that were left out, that no list has, and that come twice', () => {
    const [towels, light] = results as [PointResult, PointResult];
    spec
      .given()
      .when(running([towels]))
      .thenRefused('points-not-of-list', { missing: ['light'] });
    const strange: PointResult = { pointId: 'garden', outcome: 'ok' };
    spec
      .given()
      .when(running([towels, light, strange]))
      .thenRefused('points-not-of-list', { unknown: ['garden'] });
    spec
      .given()
      .when(running([towels, light, light]))
      .thenRefused('points-not-of-list', { unknown: ['light'] });
  });
});
