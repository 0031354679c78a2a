import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { EventPattern } from '@nestjs/microservices';
import { processorEnded } from '#contracts/stores/processor-ended.v1';
import type { Message } from '#libs/contracts';
import { LearnEnd } from './learn-end.js';

@Controller()
export class LearnEndOnProcessorEnded {
  constructor(private readonly commands: CommandBus) {}

  @EventPattern(processorEnded.type)
  async on({
    data: { processorId, version, endedOn },
    time: decidedAt,
  }: Message<typeof processorEnded>): Promise<void> {
    await this.commands.execute(new LearnEnd({ processorId, version, endedOn, decidedAt }));
  }
}
