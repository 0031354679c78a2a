import { NoteRhythmController } from './note-rhythm/note-rhythm.controller.js';
import { NoteRhythmHandler } from './note-rhythm/note-rhythm.handler.js';
import { RhythmListController } from './rhythm-list/rhythm-list.controller.js';
import { rhythmList } from './rhythm-list/rhythm-list.projection.js';
import { RhythmListQuery } from './rhythm-list/rhythm-list.query.js';
import { RhythmStandingController } from './rhythm-standing/rhythm-standing.controller.js';
import { RhythmStandingQuery } from './rhythm-standing/rhythm-standing.query.js';

export const rhythmSlices = {
  controllers: [NoteRhythmController, RhythmStandingController, RhythmListController],
  providers: [NoteRhythmHandler, RhythmStandingQuery, RhythmListQuery],
  views: [rhythmList],
};
