import type { DataKind } from '#contracts/clients/data-kinds';
import type { ExportPurpose } from '#contracts/clients/export-purposes';
import type { DomainEvent } from '#libs/event-sourcing';

/** Whom a processor may pass work on to, with the consent of whoever engaged it (PIPL 21). */
export interface SubProcessor {
  readonly name: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
}

/** What is agreed with who handles data for the salon: 委托协议, with all that PIPL 21 asks it to say. */
export interface Agreement {
  /** Of the paper, which says the rights and duties of both. */
  readonly agreementNumber: string;
  /** The first and the last day. */
  readonly effectiveFrom: string;
  readonly until: string;
  /** Of the firm. */
  readonly name: string;
  /** Where it is, by ISO 3166-1 alpha-2. */
  readonly country: string;
  /** The legal entity that engages it; null for the chain. */
  readonly engagedBy: string | null;
  /** Whose clients’ data it may have; null for every store of the chain. */
  readonly storeIds: readonly string[] | null;
  readonly purposes: readonly ExportPurpose[];
  /** What it does with them, and how. */
  readonly processing: string;
  readonly kinds: readonly DataKind[];
  /** What guards them there. */
  readonly measures: string;
  /** Code of the document in which its impact was assessed before (PIPL 55). */
  readonly assessment: string;
  readonly inspectEveryMonths: number;
  readonly subProcessors: readonly SubProcessor[];
}

/** For the first time, or what was agreed is renewed or changed from a day on. */
export type ProcessorEngaged = DomainEvent<
  'ProcessorEngaged',
  {
    processorId: string;
    /** Of what is told of this processor: 1, 2, 3 … */
    version: number;
    agreement: Agreement;
  }
>;

/** What was agreed for days after the last one is void. */
export type ProcessorEnded = DomainEvent<
  'ProcessorEnded',
  {
    processorId: string;
    version: number;
    /** The last day. */
    endedOn: string;
    /** A word of the chain's own list, such as `given-notice`. */
    reason: string;
  }
>;

/** Somebody looked at how it handles the data. */
export type ProcessorInspected = DomainEvent<
  'ProcessorInspected',
  {
    processorId: string;
    inspectedOn: string;
    by: string;
    /** Words of the chain's own, such as `no-access-log`; none where all was in order. */
    findings: readonly string[];
  }
>;

export type ProcessorFindingSettled = DomainEvent<
  'ProcessorFindingSettled',
  {
    processorId: string;
    /** Of the inspection. */
    inspectedOn: string;
    finding: string;
    settledOn: string;
    /** What shows it, such as the number of a letter. */
    shownBy: string;
  }
>;

/** What becomes of data when work is over: 返还 or 删除. */
export const WAYS_BACK = ['given-back', 'destroyed'] as const;
export type WayBack = (typeof WAYS_BACK)[number];

export type ProcessorDataReturned = DomainEvent<
  'ProcessorDataReturned',
  {
    processorId: string;
    returnedOn: string;
    how: WayBack;
    /** What shows it, such as the number of a letter. */
    shownBy: string;
  }
>;

export type ProcessorEvent =
  ProcessorEngaged | ProcessorEnded | ProcessorInspected | ProcessorFindingSettled | ProcessorDataReturned;
