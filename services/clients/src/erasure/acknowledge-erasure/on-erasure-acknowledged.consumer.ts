import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { EventPattern } from '@nestjs/microservices';
import { ACKNOWLEDGING, erasureAcknowledged } from '#contracts/erasure-acknowledged.v1';
import type { Message } from '#libs/contracts';
import { AcknowledgeErasure } from './acknowledge-erasure.js';

type Acknowledged = Message<ReturnType<typeof erasureAcknowledged>>;

const SERVICE = new Map(ACKNOWLEDGING.map((service) => [erasureAcknowledged(service).type, service]));

@Controller()
export class AcknowledgeErasureOnAcknowledged {
  constructor(private readonly commands: CommandBus) {}

  @EventPattern([...SERVICE.keys()])
  async on({ type, data: { clientId, acknowledgedAt } }: Acknowledged): Promise<void> {
    const service = SERVICE.get(type)!;
    await this.commands.execute(new AcknowledgeErasure({ clientId, service, acknowledgedAt }));
  }
}
