import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { carePictures } from '../care-picture.js';
import { SealedPictures } from '../sealed-pictures.process.js';
import { StrikeCarePicture, strikeCarePicture } from './strike-care-picture.js';

@CommandHandler(StrikeCarePicture)
export class StrikeCarePictureHandler implements ICommandHandler<StrikeCarePicture, Committed> {
  constructor(
    private readonly events: EventStore,
    private readonly sealed: SealedPictures,
  ) {}

  /** Her picture is in doubt first, so that its bytes go also where this ends right after the fact. */
  async execute(command: StrikeCarePicture): Promise<Committed> {
    const { clientId, pictureId } = command.data;
    const doubtful = await this.sealed.doubt(clientId, pictureId);
    const struck = await this.events.transact(carePictures, clientId, (state) =>
      strikeCarePicture(command, state),
    );
    for (const picture of doubtful) await this.sealed.settle(picture);
    return struck;
  }
}
