import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { AccountsQuery } from '../../account/accounts.query.js';
import { AdministratorsQuery } from '../administrators.query.js';
import { staff } from '../staff.js';
import { EndEmployment, endEmployment } from './end-employment.js';

@CommandHandler(EndEmployment)
export class EndEmploymentHandler implements ICommandHandler<EndEmployment, Committed> {
  constructor(
    private readonly events: EventStore,
    private readonly accounts: AccountsQuery,
    private readonly administrators: AdministratorsQuery,
  ) {}

  async execute(command: EndEmployment): Promise<Committed> {
    const { staffId } = command.data;
    const { login = null } = (await this.accounts.byId(staffId)) ?? {};
    const decide = endEmployment(login === null ? [] : [this.accounts.claimOf(login)]);
    return this.administrators.butOne(staffId, () =>
      this.events.transact(staff, staffId, (state) => decide(command, state)),
    );
  }
}
