import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { dayOf } from '#libs/calendar';
import { EventStore, type Committed } from '#libs/event-store';
import { known, store } from '../../store/store.js';
import { rhythm, rhythmId } from '../rhythm.js';
import { NoteRhythm, noteRhythm } from './note-rhythm.js';

@CommandHandler(NoteRhythm)
export class NoteRhythmHandler implements ICommandHandler<NoteRhythm, Committed> {
  constructor(private readonly events: EventStore) {}

  async execute(command: NoteRhythm): Promise<Committed> {
    const { storeId, kind, day, notedAt } = command.data;
    const { opening } = known(storeId, (await this.events.see(store, storeId)).state);
    const today = dayOf(notedAt, opening.timeZone);
    return this.events.transact(rhythm, rhythmId(storeId, kind, day ?? today), (state) =>
      noteRhythm(today)(command, state),
    );
  }
}
