import { Rejection } from '#libs/event-sourcing';
import { decisions } from '#libs/testing';
import { clientsExported } from '../../testing/client-export.builders.js';
import { clientExport } from '../client-export.js';
import { ExportClients, exportClients, refuseOver } from './export-clients.js';
import { exportPolicy } from './export-policy.js';

const spec = decisions(clientExport, exportClients(exportPolicy));
const first = clientsExported();
const other = '01900000-0000-7000-8000-0000000000e2';
const third = '01900000-0000-7000-8000-0000000000e3';
const take = (data: Partial<ExportClients['data']> = {}) =>
  new ExportClients({ ...first.data, exportedAt: first.occurredAt, ...data });

describe('taking client files out', () => {
  it('is recorded with who, why and how many', () => {
    spec.given().when(take()).then(first);
  });

  it('is recorded with the sections of files that leave', () => {
    const sections = ['person', 'preferences'];
    spec.given().when(take({ sections })).then(clientsExported({ sections }));
  });

  it('is one export, however often it is asked for', () => {
    spec.given(first).when(take()).thenNothing();
  });

  it('has a limit per export', () => {
    spec
      .given()
      .when(take({ rows: 5_001 }))
      .thenRefused('export-too-large', { rows: 5_001, most: 5_000 });
  });

  it('has a limit within 24 hours, of one person', () => {
    const second = clientsExported({ exportId: other }, '2026-03-01T20:00:00.000Z');
    const given = spec.given(first, second);
    const at = (exportedAt: string) => take({ exportId: third, exportedAt, rows: 2_001 });
    given.when(at('2026-03-02T01:59:59.000Z')).thenRefused('export-limit-reached', { left: 2_000 });
    given
      .when(at('2026-03-02T02:00:00.000Z'))
      .then(clientsExported({ exportId: third, rows: 2_001 }, '2026-03-02T02:00:00.000Z'));
  });

  it('does not forget an export because a clock was ahead', () => {
    const ahead = clientsExported({ rows: 5_000 }, '2026-03-09T02:00:00.000Z');
    const second = clientsExported({ exportId: other, rows: 5_000 }, '2026-03-09T02:00:00.000Z');
    spec
      .given(ahead, second)
      .when(take({ exportId: third, rows: 1 }))
      .thenRefused('export-limit-reached', { left: 0 });
  });

  it('lets headquarters back the whole chain up', () => {
    const whole = { role: 'hq-admin', rows: 100_000, storeId: null, reason: 'backup' } as const;
    spec
      .given()
      .when(take(whole))
      .then({ ...clientsExported(whole), storeId: null });
  });

  it('can be asked for again for an hour, when the answer was lost', () => {
    const state = clientExport.evolve(clientExport.initial, first);
    const again = (exportedAt: string) => () => refuseOver(take({ exportedAt }), state);
    expect(again('2026-03-01T02:59:59.000Z')).not.toThrow();
    expect(again('2026-03-01T03:00:00.000Z')).toThrow(Rejection);
  });

  it('is not asked for again under what was agreed since with who works for the salon', () => {
    const to = (agreementNumber: string, recipientCountry: string | null = null) => ({
      ...{ recipient: 'Shanghai Messages Ltd', recipientCountry },
      processor: { processorId: 'messages', agreementNumber },
    });
    const state = clientExport.evolve(clientExport.initial, clientsExported(to('SH-2026-041')));
    const again = (given: ReturnType<typeof to>) => () => refuseOver(take(given), state);
    expect(again(to('SH-2026-041'))).not.toThrow();
    for (const other of [to('SH-2026-042'), to('SH-2026-041', 'SG')])
      expect(again(other)).toThrow(expect.objectContaining({ code: 'agreement-changed' }) as Error);
  });
});
