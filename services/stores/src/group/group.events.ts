import type { DomainEvent } from '#libs/event-sourcing';

export const GROUP_KINDS = ['department', 'client-relations'] as const;
export type GroupKind = (typeof GROUP_KINDS)[number];

/** What a group is there for, as the handbook has it: 培训员工, 监督执行, 反馈改进. */
export const DUTIES = ['training', 'supervision', 'improvement'] as const;
export type Duty = (typeof DUTIES)[number];

export const PLACES = ['head', 'colleague'] as const;
export type Place = (typeof PLACES)[number];

/** There from now on, or called or charged otherwise than before. */
export type GroupFormed = DomainEvent<
  'GroupFormed',
  {
    groupId: string;
    name: string;
    kind: GroupKind;
    duties: readonly Duty[];
    /** The store it is of; null for a group of the chain or of a region. */
    storeId: string | null;
    /** The region whose stores it looks after; null for a group of one store or of the whole chain. */
    region: string | null;
  }
>;

export type GroupJoined = DomainEvent<
  'GroupJoined',
  {
    groupId: string;
    staffId: string;
    as: Place;
    /** Her first day in it. */
    from: string;
  }
>;

export type GroupLeft = DomainEvent<
  'GroupLeft',
  {
    groupId: string;
    staffId: string;
    /** Her last day in it. */
    until: string;
  }
>;

export type GroupEvent = GroupFormed | GroupJoined | GroupLeft;
