import type { DataKind } from '#contracts/clients/data-kinds';
import type { ExportPurpose } from '#contracts/clients/export-purposes';
import { Rejection } from '#libs/event-sourcing';
import type { SectionName } from '../client/file-sections.config.js';
import { agreementOn, type KnownAgreement, type KnownProcessor } from '../known-processor/known-processor.js';
import type { ClientsExported } from './client-export.events.js';

/** Whom outside the chain files are given to, and where that is. */
export type GivenTo = Required<Pick<ClientsExported['data'], 'recipient' | 'recipientCountry' | 'processor'>>;

/** What is to leave: for what, of which store (undefined for all that are seen), with which sections. */
export interface ToLeave {
  readonly purpose: ExportPurpose;
  readonly storeId: string | undefined;
  readonly sections: readonly SectionName[];
}

/** Where and when files are given. */
export interface Circumstances {
  readonly today: string;
  /** Of the chain. */
  readonly country: string;
  /** Whose the store is today; null where no store is named, or nobody knows. */
  readonly legalEntity: string | null;
}

/**
 * Who works for the salon gets what is agreed today, and nothing else (PIPL 21). Refuses with `unknown-processor`,
 * `no-agreement-in-force`, `store-not-agreed`, `store-of-another-entity`, `purpose-not-agreed` and `kinds-not-agreed`.
 */
export const givenToProcessor = (
  processorId: string,
  known: KnownProcessor,
  { today, country, legalEntity, ...toLeave }: ToLeave & Circumstances,
): GivenTo => {
  if (known.version === 0)
    throw new Rejection(
      'unknown-processor',
      'There is no processor with this id.',
      { processorId },
      'not-found',
    );
  const agreement = agreementOn(known, today);
  if (agreement === undefined) {
    const sentence = 'Nothing is agreed with this processor today. Renew what was, or give it nothing.';
    throw new Rejection('no-agreement-in-force', sentence, { processorId, today });
  }
  checkAgreed(agreement, toLeave);
  checkStillOwn(agreement, toLeave, legalEntity);
  const { name: recipient, agreementNumber } = agreement;
  return {
    recipient,
    recipientCountry: countryAbroad(agreement, country),
    processor: { processorId, agreementNumber },
  };
};

/** What began under one agreement does not go on under another. */
export const agreementChanged = (processorId: string): Rejection =>
  new Rejection(
    'agreement-changed',
    'What is agreed with this processor has changed. Ask for the files anew, under a new key.',
    { processorId },
  );

const checkAgreed = (agreement: KnownAgreement, { storeId, purpose, sections }: ToLeave): void => {
  const { agreementNumber, storeIds, purposes } = agreement;
  if (storeIds !== null && (storeId === undefined || !storeIds.includes(storeId))) {
    const sentence = 'The agreement is about other stores. Take out one of these at a time.';
    throw new Rejection('store-not-agreed', sentence, { agreementNumber, storeIds });
  }
  if (!purposes.includes(purpose)) {
    const sentence = 'The agreement is for other purposes. Change it first.';
    throw new Rejection('purpose-not-agreed', sentence, { agreementNumber, purpose, purposes });
  }
  const asked: readonly DataKind[] = ['contact', ...sections];
  const kinds = asked.filter((kind) => !agreement.kinds.includes(kind));
  if (kinds.length === 0) return;
  const sentence = 'The agreement does not name these kinds of data. Change it first, or leave them out.';
  throw new Rejection('kinds-not-agreed', sentence, { agreementNumber, kinds });
};

/** A store that was sold since is not the one’s who engaged it any more, and neither are its clients. */
const checkStillOwn = (
  { agreementNumber, engagedBy }: KnownAgreement,
  { storeId }: ToLeave,
  legalEntity: string | null,
): void => {
  if (engagedBy === null || engagedBy === legalEntity) return;
  const sentence = 'The agreement is of another legal entity than the one whose store this is today.';
  throw new Rejection('store-of-another-entity', sentence, { agreementNumber, storeId, legalEntity });
};

/** Null where it stays in the country of the chain, with those, too, to whom work may be passed on. */
const countryAbroad = ({ country, subProcessors }: KnownAgreement, own: string): string | null =>
  [country, ...subProcessors.map((one) => one.country)].find((one) => one !== own) ?? null;
