import type { GroupFormed, GroupJoined, GroupLeft } from '../group/group.events.js';
import { morning, staffId } from './staff.builders.js';

export const aGroupFormed = (data: Partial<GroupFormed['data']> = {}): GroupFormed => ({
  type: 'GroupFormed',
  occurredAt: morning,
  storeId: data.storeId ?? null,
  data: {
    ...{ groupId: 'client-care', name: '顾客关系管理小组', kind: 'client-relations' as const },
    ...{ duties: ['training', 'supervision', 'improvement'] as const, storeId: null, region: null },
    ...data,
  },
});

export const aGroupJoined = (data: Partial<GroupJoined['data']> = {}): GroupJoined => ({
  type: 'GroupJoined',
  occurredAt: morning,
  storeId: null,
  data: { groupId: 'client-care', staffId, as: 'colleague', from: '2026-03-01', ...data },
});

export const aGroupLeft = (data: Partial<GroupLeft['data']> = {}): GroupLeft => ({
  type: 'GroupLeft',
  occurredAt: morning,
  storeId: null,
  data: { groupId: 'client-care', staffId, until: '2026-03-31', ...data },
});
