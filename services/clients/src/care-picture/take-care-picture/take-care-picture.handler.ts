import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { carePictures } from '../care-picture.js';
import { SealedPictures } from '../sealed-pictures.process.js';
import { TakeCarePicture, takeCarePicture } from './take-care-picture.js';

@CommandHandler(TakeCarePicture)
export class TakeCarePictureHandler implements ICommandHandler<TakeCarePicture, Committed> {
  constructor(
    private readonly events: EventStore,
    private readonly sealed: SealedPictures,
  ) {}

  /** Bytes first, then the fact: what the log names is there. A repeated request's own bytes are let go again. */
  async execute(command: TakeCarePicture): Promise<Committed> {
    const { clientId, pictureId, picture } = command.data;
    const kept = await this.sealed.keep(clientId, pictureId, picture);
    const decide = takeCarePicture(kept.sha256);
    const committed = await this.events.transact(carePictures, clientId, (state) => decide(command, state));
    await this.sealed.settle(kept);
    return committed;
  }
}
