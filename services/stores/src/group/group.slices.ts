import { FormGroupController } from './form-group/form-group.controller.js';
import { FormGroupHandler } from './form-group/form-group.handler.js';
import { GroupListController } from './group-list/group-list.controller.js';
import { groupList } from './group-list/group-list.projection.js';
import { GroupListQuery } from './group-list/group-list.query.js';
import { JoinGroupController } from './join-group/join-group.controller.js';
import { JoinGroupHandler } from './join-group/join-group.handler.js';
import { LeaveGroupController } from './leave-group/leave-group.controller.js';
import { LeaveGroupHandler } from './leave-group/leave-group.handler.js';

export const groupSlices = {
  controllers: [FormGroupController, JoinGroupController, LeaveGroupController, GroupListController],
  providers: [FormGroupHandler, JoinGroupHandler, LeaveGroupHandler, GroupListQuery],
  views: [groupList],
};
