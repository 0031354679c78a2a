import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { EventPattern } from '@nestjs/microservices';
import { DataSource } from 'typeorm';
import { visitCompleted } from '#contracts/visits/visit-completed.v1';
import type { Message } from '#libs/contracts';
import { derivedId, inCommandContext, streamOf } from '#libs/event-store';
import { BATCH } from '#libs/messaging';
import { client } from '../client.js';
import { QualifyLead } from './qualify-lead.js';

type Visit = Message<typeof visitCompleted>;

/** Every lead was one from her first fact, so the log itself is asked: it knows one that was added a moment ago. */
const LEADS = `select stream from event where stream = any($1) and version = 1 and type = 'LeadAdded'`;
const QUALIFYING = 'c1f5c9d0-2b7e-5a44-9c1a-7e06d3b8a512';

/** A lead who came is a client. Hardly any visit is a lead's, so a batch of them is looked up at once. */
@Controller()
export class QualifyLeadOnVisitCompleted {
  constructor(
    private readonly commands: CommandBus,
    private readonly dataSource: DataSource,
  ) {}

  @EventPattern(visitCompleted.type, BATCH)
  async on(visits: readonly Visit[]): Promise<void> {
    const streams = new Set(visits.flatMap(({ data: { clientId } }) => clientId ?? []).map(clientStream));
    const found = await this.dataSource.query<{ stream: string }[]>(LEADS, [[...streams]]);
    const leads = new Set(found.map(({ stream }) => stream));
    for (const visit of visits) {
      if (leads.has(clientStream(visit.data.clientId))) await this.qualify(visit);
    }
  }

  private qualify({ id, source, correlationId, data }: Visit): Promise<unknown> {
    const commandId = derivedId(QUALIFYING, id);
    return inCommandContext({ commandId, correlationId, causationId: id, actor: source }, () =>
      this.commands.execute(
        new QualifyLead({
          clientId: data.clientId!,
          visitId: data.visitId,
          qualifiedAt: data.completedAt,
        }),
      ),
    );
  }
}

const clientStream = (clientId: string | null): string => streamOf(client, clientId ?? '');
