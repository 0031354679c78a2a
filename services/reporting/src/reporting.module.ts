import { Module } from '@nestjs/common';
import { DATABASE, service, SETTINGS } from '#libs/service';
import { KeepMessages } from './message/keep-messages/keep-messages.consumer.js';
import { KeptMessagesQuery } from './message/keep-messages/kept-messages.query.js';
import { clientLink } from './message/client-link/client-link.projection.js';
import { storeName } from './message/store-name/store-name.projection.js';
import { metricLedger } from './metric/metric-ledger/metric-ledger.projection.js';
import { StoreComparisonController } from './metric/store-comparison/store-comparison.controller.js';
import { StoreComparisonQuery } from './metric/store-comparison/store-comparison.query.js';
import { CountingKey1700000000110 } from './migrations/1700000000110-counting-key.js';
import { KeptMessage1700000000100 } from './migrations/1700000000100-kept-message.js';
import { COUNTED_AS, openCountedAs } from './reporting.config.js';

@Module({
  imports: [
    service({
      name: 'reporting',
      migrations: [KeptMessage1700000000100, CountingKey1700000000110],
      views: [clientLink, metricLedger, storeName],
      logSource: ({ dataSource }) => new KeptMessagesQuery(dataSource),
    }),
  ],
  controllers: [KeepMessages, StoreComparisonController],
  providers: [
    { provide: COUNTED_AS, inject: [DATABASE, SETTINGS], useFactory: openCountedAs },
    StoreComparisonQuery,
  ],
})
export class ReportingModule {}
