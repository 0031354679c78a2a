import type { ExportPurpose } from '#contracts/clients/export-purposes';
import type { DomainEvent } from '#libs/event-sourcing';

/** Why somebody takes files out. */
export const REASONS = ['backup', 'hand-over', 'other-system', 'inspection', 'owner-asked'] as const;
export type Reason = (typeof REASONS)[number];

export const FORMATS = ['csv', 'xlsx'] as const;
export type Format = (typeof FORMATS)[number];

/** Somebody took client files out: the fact's actor, before the first byte left. */
export type ClientsExported = DomainEvent<
  'ClientsExported',
  {
    exportId: string;
    /** Null for every store that whoever asked may see. */
    storeId: string | null;
    /** What she was allowed to as. */
    role: string | null;
    format: Format;
    reason: Reason;
    /** Where more is written about it, such as the number of a letter; never a person. */
    reference: string | null;
    rows: number;
    /** Sections of files that left beside who she is and how to reach her. Absent in the first exports there were. */
    sections?: readonly string[];
    /** Absent in the first exports there were, which were for administration. */
    purpose?: ExportPurpose;
    /** Who outside the chain is given them, by its name; null, or absent in the first exports, where they stay in the chain. */
    recipient?: string | null;
    /** Where the recipient is, if abroad; null, or absent in the exports before that was asked, within the country. */
    recipientCountry?: string | null;
    /** The recipient works for the salon, as agreed; null where it does not, and absent before that was asked. */
    processor?: { processorId: string; agreementNumber: string } | null;
  }
>;
