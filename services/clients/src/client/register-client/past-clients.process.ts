import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { derivedId, EventStore, inCommandContext, uuidv7, type Committed } from '#libs/event-store';
import { Rejection, type Clock } from '#libs/event-sourcing';
import { problemOf, toldAt } from '#libs/http';
import { erased } from '#libs/privacy';
import { CLOCK } from '#libs/service';
import { AgeOfConsentQuery } from '../../age-of-consent/age-of-consent.query.js';
import { guarded } from '../../age-of-consent/guarded.js';
import { ALREADY_REGISTERED, alreadyRegistered, contactTaken } from '../already-registered.js';
import { client, type KnownClient } from '../client.js';
import { contactOf, type Contact } from '../contact.js';
import { ContactsQuery } from '../contacts.query.js';
import { FilesQuery } from '../files.query.js';
import { usableClient } from '../known-client.js';
import { sectionsIn } from '../sections-in.js';
import { TakenContactQuery } from '../taken-contact.query.js';
import { FillFile } from './fill-file.js';
import type { PastClient, PastClientOutcome } from './past-clients.answers.js';
import { RegisterClient } from './register-client.js';
import { unwritten, WRITTEN_ALREADY } from './unwritten.js';

const HISTORY = '6e2f0c7b-94d1-5c3e-b7a8-2d9c41e0f3aa';

/** Registers clients of the past, each by herself: all that is told of her is kept, or nothing. */
@Injectable()
export class PastClients {
  constructor(
    private readonly commands: CommandBus,
    private readonly events: EventStore,
    private readonly contacts: ContactsQuery,
    private readonly files: FilesQuery,
    private readonly ages: AgeOfConsentQuery,
    private readonly taken: TakenContactQuery,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** An outcome each, in this order. Of two with the same phone or member number the first is registered. */
  registerAll(told: readonly PastClient[]): Promise<PastClientOutcome[]> {
    const turns = new Map<string, Promise<unknown>>();
    const outcomes = told.map((one) => {
      const keys = [one.clientId, ...this.contacts.claimsOf(contactOf(one))];
      const before = Promise.all(keys.flatMap((key) => turns.get(key) ?? []));
      const outcome = before.then(() => this.register(one));
      for (const key of keys) turns.set(key, outcome);
      return outcome;
    });
    return Promise.all(outcomes);
  }

  /** What would become of each, apart from the others. */
  tryOutAll(told: readonly PastClient[]): Promise<PastClientOutcome[]> {
    return Promise.all(told.map((one) => this.tryOut(one)));
  }

  private async register(told: PastClient): Promise<PastClientOutcome> {
    try {
      return await this.registerOrFill(told);
    } catch (error) {
      return refusedWith(told, error);
    }
  }

  private async tryOut(told: PastClient): Promise<PastClientOutcome> {
    try {
      return await this.foreseen(told);
    } catch (error) {
      return refusedWith(told, error);
    }
  }

  private async registerOrFill(told: PastClient): Promise<PastClientOutcome> {
    const { clientId, appended } = await this.registered(told);
    const outcome = { clientId, recorded: appended, existing: !appended, problem: null };
    const isHerself = clientId === told.clientId;
    return isHerself && !appended ? { ...outcome, recorded: await this.filled(told) } : outcome;
  }

  /** Resolves to her id, or that of who has her phone or member number. */
  private async registered(told: PastClient): Promise<{ clientId: string; appended: boolean }> {
    const { clientId, storeId } = told;
    const registeredAt = toldAt(told.registeredAt, this.clock);
    const hers = { contact: contactOf(told), file: told.file ?? {} };
    const command = new RegisterClient({ clientId, storeId, ...hers, purposeNotice: null, registeredAt });
    try {
      // The id is the file's, so sending it again is the same command.
      const { appended } = await this.execute(derivedId(HISTORY, clientId), command);
      return { clientId, appended };
    } catch (error) {
      if (!(error instanceof Rejection) || error.code !== ALREADY_REGISTERED) throw error;
      return { clientId: String(error.context['clientId']), appended: false };
    }
  }

  /** Resolves to whether there was something to fill; of who is told without a file, nothing is. */
  private async filled(told: PastClient): Promise<boolean> {
    const { clientId, file } = told;
    if (!file) return false;
    const filling = { clientId, contact: contactOf(told), file, filledAt: this.clock.now().toISOString() };
    return (await this.execute(uuidv7(), new FillFile(filling))).appended;
  }

  private execute(commandId: string, command: RegisterClient | FillFile): Promise<Committed> {
    return inCommandContext({ commandId }, () => this.commands.execute<typeof command, Committed>(command));
  }

  private async foreseen(told: PastClient): Promise<PastClientOutcome> {
    toldAt(told.registeredAt, this.clock);
    const { clientId, storeId } = told;
    const { state } = await this.events.see(client, clientId);
    if (state.status !== 'unknown') return this.foreseenOf(told, state);
    await this.checkGuarded(told, told.storeId);
    const [holder] = await this.contacts.holdersOf(contactOf(told));
    if (holder === undefined) return { ...known(clientId), existing: false };
    if (await this.taken.mayName(holder, storeId)) return known(holder);
    throw contactTaken();
  }

  private async foreseenOf(told: PastClient, state: KnownClient): Promise<PastClientOutcome> {
    const { clientId, file, storeId } = told;
    if (state.erased) throw erased(clientId);
    if (!file) return known(clientId);
    const usable = usableClient(clientId, state);
    const contact = await this.contacts.read(clientId, usable);
    if (contact === 'erased') throw erased(clientId);
    const kept = { contact, file: await this.files.read(clientId, usable, sectionsIn(file)) };
    const claimsOf = (one: Contact) => this.contacts.claimsOf(one);
    const filling = unwritten({ told: { contact: contactOf(told), file }, kept }, usable, claimsOf);
    if (filling.sections.includes('person')) await this.checkGuarded(told, state.storeId);
    const holders = await this.contacts.holdersOf(filling.contact);
    const other = holders.find((holder) => holder !== clientId);
    if (other === undefined) return known(clientId);
    throw (await this.taken.mayName(other, storeId)) ? alreadyRegistered(other) : contactTaken();
  }

  private async checkGuarded({ clientId, file }: PastClient, storeId: string): Promise<void> {
    if (file?.person !== undefined)
      guarded(await this.ages.inStore(storeId), clientId, 'person', file.person);
  }
}

const known = (clientId: string): PastClientOutcome => ({
  ...{ clientId, recorded: false, existing: true, problem: null },
});

const refusedWith = ({ clientId }: PastClient, error: unknown): PastClientOutcome => {
  const existing = error instanceof Rejection && error.code === WRITTEN_ALREADY;
  return { clientId, recorded: false, existing, problem: problemOf(error) };
};
