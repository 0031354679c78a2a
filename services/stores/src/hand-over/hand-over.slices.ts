import { AcceptHandOverController } from './accept-hand-over/accept-hand-over.controller.js';
import { AcceptHandOverHandler } from './accept-hand-over/accept-hand-over.handler.js';
import { HandOverListController } from './hand-over-list/hand-over-list.controller.js';
import { handOverList } from './hand-over-list/hand-over-list.projection.js';
import { HandOverListQuery } from './hand-over-list/hand-over-list.query.js';
import { HandOverShiftController } from './hand-over-shift/hand-over-shift.controller.js';
import { HandOverShiftHandler } from './hand-over-shift/hand-over-shift.handler.js';

export const handOverSlices = {
  controllers: [HandOverShiftController, AcceptHandOverController, HandOverListController],
  providers: [HandOverShiftHandler, AcceptHandOverHandler, HandOverListQuery],
  views: [handOverList],
};
