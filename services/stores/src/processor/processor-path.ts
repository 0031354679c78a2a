import { Code } from '#libs/http';

/** Where a processor is: `/v1/processors/<processorId>`. */
export class ProcessorPath {
  @Code({ example: 'text-messages' })
  processorId!: string;
}
