import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { EventPattern } from '@nestjs/microservices';
import { storeChanged } from '#contracts/stores/store-changed.v1';
import type { Message } from '#libs/contracts';
import { LearnLicence } from './learn-licence.js';

@Controller()
export class LearnLicenceOnStoreChanged {
  constructor(private readonly commands: CommandBus) {}

  @EventPattern(storeChanged.type)
  async on({ data, time: changedAt }: Message<typeof storeChanged>): Promise<void> {
    const { storeId, effectiveFrom, medicalLicence } = data;
    if (medicalLicence === undefined) return; // something else changed
    const licence = medicalLicence && { subjects: medicalLicence.subjects, until: medicalLicence.until };
    await this.commands.execute(new LearnLicence({ storeId, effectiveFrom, licence, changedAt }));
  }
}
