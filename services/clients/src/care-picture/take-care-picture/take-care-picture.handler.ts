import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed, type Loads } from '#libs/event-store';
import { Rejection } from '#libs/event-sourcing';
import { notBeingErased } from '../../erasure/not-being-erased.query.js';
import { HealthAccessQuery } from '../../health/health-access.query.js';
import { carePictures } from '../care-picture.js';
import { SealedPictures, type SealedPicture } from '../sealed-pictures.process.js';
import { TakeCarePicture, takeCarePicture } from './take-care-picture.js';

@CommandHandler(TakeCarePicture)
export class TakeCarePictureHandler implements ICommandHandler<TakeCarePicture, Committed> {
  constructor(
    private readonly events: EventStore,
    private readonly sealed: SealedPictures,
    private readonly access: HealthAccessQuery,
  ) {}

  /** Bytes first, then the fact: what the log names is there. Bytes of what was refused, or asked before, are let go again. */
  async execute(command: TakeCarePicture): Promise<Committed> {
    const { clientId, pictureId, picture } = command.data;
    const kept = await this.sealed.keep(clientId, pictureId, picture);
    try {
      const committed = await this.take(command, kept);
      await this.sealed.settle(kept);
      return committed;
    } catch (error) {
      if (error instanceof Rejection) await this.sealed.settle(kept); // after anything else the fact may come yet
      throw error;
    }
  }

  private take(command: TakeCarePicture, { clientId, sha256 }: SealedPicture): Promise<Committed> {
    const decide = takeCarePicture(sha256);
    const provided = async (log: Loads): Promise<void> => {
      await notBeingErased(clientId, log);
      await this.access.needConsent(clientId, 'photos', log);
    };
    return this.access.noted(clientId, 'care-pictures', () =>
      this.events.transact(carePictures, clientId, (state) => decide(command, state), { provided }),
    );
  }
}
