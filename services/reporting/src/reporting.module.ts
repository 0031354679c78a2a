import { Module } from '@nestjs/common';
import { service } from '#libs/service';
import { KeepMessages } from './message/keep-messages/keep-messages.consumer.js';
import { KeptMessagesQuery } from './message/keep-messages/kept-messages.query.js';
import { clientLink } from './message/client-link/client-link.projection.js';
import { storeName } from './message/store-name/store-name.projection.js';
import { metricLedger } from './metric/metric-ledger/metric-ledger.projection.js';
import { StoreComparisonController } from './metric/store-comparison/store-comparison.controller.js';
import { StoreComparisonQuery } from './metric/store-comparison/store-comparison.query.js';
import { KeptMessage1700000000100 } from './migrations/1700000000100-kept-message.js';

@Module({
  imports: [
    service({
      name: 'reporting',
      migrations: [KeptMessage1700000000100],
      views: [clientLink, metricLedger, storeName],
      logSource: ({ dataSource }) => new KeptMessagesQuery(dataSource),
    }),
  ],
  controllers: [KeepMessages, StoreComparisonController],
  providers: [StoreComparisonQuery],
})
export class ReportingModule {}
