import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { AccountsQuery } from '../../account/accounts.query.js';
import { PasswordsQuery } from '../../account/passwords.query.js';
import { staff } from '../staff.js';
import { SetPassword, setPassword } from './set-password.js';

/** Refuses with `password-too-easy`. The hash is kept first: should the fact not get through, the sender tries again. */
@CommandHandler(SetPassword)
export class SetPasswordHandler implements ICommandHandler<SetPassword, Committed> {
  constructor(
    private readonly events: EventStore,
    private readonly accounts: AccountsQuery,
    private readonly passwords: PasswordsQuery,
  ) {}

  async execute(command: SetPassword): Promise<Committed> {
    const { staffId } = command.data;
    if (!(await this.events.wasDone())) await this.keep(command);
    return this.events.transact(staff, staffId, (state) => setPassword(command, state));
  }

  private async keep(command: SetPassword): Promise<void> {
    const { staffId, password } = command.data;
    setPassword(command, (await this.events.load(staff, staffId)).state); // refused before anything is kept
    const { login, name = '' } = (await this.accounts.byId(staffId)) ?? {};
    await this.passwords.check(password, [login ?? '', ...name.split(/\s+/)]);
    await this.accounts.setPassword(staffId, await this.passwords.hash(password));
  }
}
