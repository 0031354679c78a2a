import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { AdministratorsQuery } from '../administrators.query.js';
import { staff } from '../staff.js';
import { EndEmployment, endEmployment } from './end-employment.js';

@CommandHandler(EndEmployment)
export class EndEmploymentHandler implements ICommandHandler<EndEmployment, Committed> {
  constructor(
    private readonly events: EventStore,
    private readonly administrators: AdministratorsQuery,
  ) {}

  execute(command: EndEmployment): Promise<Committed> {
    const { staffId } = command.data;
    return this.administrators.butOne(staffId, () =>
      this.events.transact(staff, staffId, (state) => endEmployment(command, state)),
    );
  }
}
