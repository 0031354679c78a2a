import { BreakGlassController } from './break-glass/break-glass.controller.js';
import { BreakGlassHandler } from './break-glass/break-glass.handler.js';
import { BrokenGlassController } from './broken-glass/broken-glass.controller.js';
import { brokenGlass } from './broken-glass/broken-glass.projection.js';
import { BrokenGlassQuery } from './broken-glass/broken-glass.query.js';
import { CheckItemController } from './check-item/check-item.controller.js';
import { HealthAccessQuery } from './health-access.query.js';
import { HealthNotesQuery } from './health-notes.query.js';
import { HealthNotesController } from './health-notes/health-notes.controller.js';
import { notedHealth } from './private-dates/noted-health.projection.js';
import { PrivateDatesController } from './private-dates/private-dates.controller.js';
import { PrivateDatesQuery } from './private-dates/private-dates.query.js';
import { StrikeHealthNoteController } from './strike-health-note/strike-health-note.controller.js';
import { StrikeHealthNoteHandler } from './strike-health-note/strike-health-note.handler.js';
import { TakeHealthNoteController } from './take-health-note/take-health-note.controller.js';
import { TakeHealthNoteHandler } from './take-health-note/take-health-note.handler.js';

export const healthSlices = {
  controllers: [
    TakeHealthNoteController,
    StrikeHealthNoteController,
    BreakGlassController,
    HealthNotesController,
    CheckItemController,
    BrokenGlassController,
    PrivateDatesController,
  ],
  providers: [
    HealthAccessQuery,
    TakeHealthNoteHandler,
    StrikeHealthNoteHandler,
    BreakGlassHandler,
    HealthNotesQuery,
    BrokenGlassQuery,
    PrivateDatesQuery,
  ],
  views: [brokenGlass, notedHealth],
};
