import { Module } from '@nestjs/common';
import { service } from '#libs/service';
import { ImportPageController } from './import/import-page/import-page.controller.js';
import { refusedRows } from './import/refused-rows/refused-rows.projection.js';
import { RefusedRowsController } from './import/refused-rows/refused-rows.controller.js';
import { unfinishedImports } from './import/run-import/unfinished-imports.projection.js';
import { LirenApi } from './import/run-import/liren-api.query.js';
import { RunImports } from './import/run-imports.process.js';
import { RunImport } from './import/run-import/run-import.process.js';
import { ReceiveUpload } from './import/start-import/receive-upload.process.js';
import { StartImportController } from './import/start-import/start-import.controller.js';
import { StartedImportsQuery } from './import/started-imports.query.js';
import { SpoolFile } from './import/spool-file.process.js';
import { SweepSpool } from './import/sweep-spool.process.js';
import { MOST_BYTES, mostBytes } from './imports.config.js';
import { importPublisher } from './publishing/import.publisher.js';

@Module({
  imports: [
    service({ name: 'imports', publisher: importPublisher, views: [refusedRows, unfinishedImports] }),
  ],
  controllers: [StartImportController, ImportPageController, RefusedRowsController],
  providers: [
    { provide: MOST_BYTES, useFactory: mostBytes },
    SpoolFile,
    SweepSpool,
    ReceiveUpload,
    LirenApi,
    RunImport,
    RunImports,
    StartedImportsQuery,
  ],
})
export class ImportsModule {}
