import { Body, Controller, Get, HttpException, Module, Param, Post, Query } from '@nestjs/common';
import {
  ClaimTaken,
  commandContext,
  EventStore,
  newId,
  WrongVersion,
  type Committed,
} from '#libs/event-store';
import { claim, Rejection, type Aggregate, type DomainEvent } from '#libs/event-sourcing';
import { Allowed } from '#libs/access';
import { service } from '#libs/service';
import { Code, Instant, ListOf, Minor, Optional, page, PageQuery, Text, Uuid, type Page } from '../index.js';

type NoteTaken = DomainEvent<'NoteTaken', { text: string }>;

const note: Aggregate<number, NoteTaken> = {
  category: 'note',
  initial: 0,
  evolve: (notes) => notes + 1,
  claims: ({ data }) => (data.text.startsWith('unique') ? [claim(`note:${data.text}`)] : []),
};

const taken = (text: string): NoteTaken => ({
  type: 'NoteTaken',
  data: { text },
  occurredAt: '2026-03-01T09:00:00.000Z',
});

class TagBody {
  @Code()
  name!: string;
}

class NoteBody {
  @Optional()
  @Uuid()
  noteId?: string;

  @Text({ max: 2_000_000 })
  text!: string;

  @Optional()
  @Minor()
  paidMinor?: number;

  @Optional()
  @Instant()
  takenAt?: string;

  @Optional()
  @ListOf(() => TagBody, { max: 3 })
  tags?: TagBody[];
}

const FAILURES: Readonly<Record<string, () => unknown>> = {
  rejection: () => new Rejection('note-closed', 'The note is closed.', { noteId: '1' }),
  missing: () => new Rejection('unknown-note', 'There is no such note.', {}, 'not-found'),
  claimed: () => new ClaimTaken('phone:secret', 'client:secret'),
  busy: () => new WrongVersion('note:1', 'version 1', 2),
  forbidden: () => new HttpException('Only the manager may.', 403),
  mistake: () => new TypeError('the secret inside'),
  nothing: () => undefined,
};

@Controller('v1/notes')
class NotesController {
  constructor(private readonly events: EventStore) {}

  @Allowed('hq-admin')
  @Post()
  async take(@Body() { noteId = newId('note'), text }: NoteBody): Promise<Committed & { noteId: string }> {
    return { noteId, ...(await this.events.transact(note, noteId, () => [taken(text)])) };
  }

  @Allowed('hq-admin')
  @Post('context')
  context(): object {
    return commandContext();
  }

  @Allowed('hq-admin')
  @Get()
  list(@Query() { limit = 2, cursor = '' }: PageQuery): Page<string> {
    const rows = ['a', 'b', 'c', 'd', 'e'].filter((name) => name > cursor).slice(0, limit + 1);
    return page(rows, limit, (name) => name);
  }

  @Allowed('hq-admin')
  @Get('failures/:name')
  fail(@Param('name') name: string): never {
    throw FAILURES[name]!();
  }
}

@Module({ imports: [service({ name: 'notes' })], controllers: [NotesController] })
export class NotesModule {}
