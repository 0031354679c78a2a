import { Inject, Injectable } from '@nestjs/common';
import { processorIdOf } from '#contracts/stores/processor-id';
import { inWords } from '#libs/effective';
import { malformed } from '#libs/http';
import { COUNTRY } from '../clients.config.js';
import { agreementOn } from '../known-processor/known-processor.js';
import { KnownProcessorsQuery } from '../known-processor/known-processors.query.js';
import { KnownStoresQuery } from '../known-store/known-stores.query.js';
import { agreementChanged, givenToProcessor, type GivenTo, type ToLeave } from './given-to.js';

/** As somebody asks for it: a third party by its name, a processor by its id, or nobody outside the chain. */
export interface AskedToGive extends ToLeave {
  readonly recipient: string | undefined;
  readonly recipientCountry: string | undefined;
  readonly processorId: string | undefined;
}

@Injectable()
export class GivenToQuery {
  constructor(
    private readonly processors: KnownProcessorsQuery,
    private readonly stores: KnownStoresQuery,
    @Inject(COUNTRY) private readonly country: string,
  ) {}

  /** As it is now; what day it is goes by the store, or by UTC for all of them. */
  async of(asked: AskedToGive): Promise<GivenTo> {
    const { recipient = null, ...toLeave } = asked;
    if (toLeave.processorId === undefined)
      return { recipient, recipientCountry: this.abroad(asked), processor: null };
    refuseBeside(asked);
    const processorId = processorIdOf(toLeave.processorId);
    const known = await this.processors.of(processorId);
    const { storeId } = toLeave;
    const today = await this.stores.today(storeId ?? null);
    const isOfOne = (agreementOn(known, today)?.engagedBy ?? null) !== null;
    const legalEntity = isOfOne && storeId !== undefined ? await this.stores.entityToday(storeId) : null;
    return givenToProcessor(processorId, known, { ...toLeave, today, legalEntity, country: this.country });
  }

  /** Refuses where that is not what it was any more: the work ended, or something else was agreed. */
  async checkStill(asked: AskedToGive, before: GivenTo): Promise<void> {
    if (before.processor === null || inWords(await this.of(asked)) === inWords(before)) return;
    throw agreementChanged(before.processor.processorId);
  }

  /** Null within the country. */
  private abroad({ recipient, recipientCountry = this.country }: AskedToGive): string | null {
    if (recipientCountry === this.country) return null;
    if (recipient !== undefined) return recipientCountry;
    throw malformed('recipient', 'must be named where files go abroad');
  }
}

const refuseBeside = ({ recipient, recipientCountry }: AskedToGive): void => {
  if (recipient !== undefined) throw malformed('recipient', 'must be left out beside processorId');
  if (recipientCountry !== undefined)
    throw malformed('recipientCountry', 'must be left out beside processorId: the agreement says it');
};
