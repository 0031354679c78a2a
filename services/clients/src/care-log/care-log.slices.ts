import { CareListController } from './care-list/care-list.controller.js';
import { CareNotesQuery } from './care-notes.query.js';
import { NoteCareController } from './note-care/note-care.controller.js';
import { NoteCareHandler } from './note-care/note-care.handler.js';

export const careLogSlices = {
  controllers: [CareListController, NoteCareController],
  providers: [CareNotesQuery, NoteCareHandler],
};
