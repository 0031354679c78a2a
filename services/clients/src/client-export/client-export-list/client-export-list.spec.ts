import { views } from '#libs/testing';
import { clientsExported } from '../../testing/client-export.builders.js';
import { clientExportList } from './client-export-list.projection.js';

describe('the list of exports', () => {
  it('says who took client files out, when, why and how many', () => {
    const taken = { ...clientsExported({ reason: 'backup', rows: 12 }), actor: 'somebody' };
    views(clientExportList).given(taken).thenRows({
      exportedAt: taken.occurredAt,
      actor: 'somebody',
      role: 'store-manager',
      storeId: 'sh-01',
      reason: 'backup',
      rows: 12,
      sections: [],
    });
  });

  it('says what for and to whom; the first exports were for administration and stayed in the chain', () => {
    const given = { purpose: 'marketing-calls', recipient: 'Calls Ltd', recipientCountry: 'SG' } as const;
    views(clientExportList).given(clientsExported(given)).thenRows(given);
    views(clientExportList)
      .given(clientsExported())
      .thenRows({ purpose: 'administration', recipient: null, recipientCountry: null, processorId: null });
  });

  it('says of who works for the salon under which agreement', () => {
    const processor = { processorId: 'messages', agreementNumber: 'SH-2026-041' };
    views(clientExportList)
      .given(clientsExported({ recipient: 'Messages Ltd', processor }))
      .thenRows({ recipient: 'Messages Ltd', ...processor });
  });

  it('says which sections of files left', () => {
    views(clientExportList)
      .given(clientsExported({ sections: ['person'] }))
      .thenRows({ sections: ['person'] });
  });
});
