import { BadRequestException, ValidationPipe, type ValidationError } from '@nestjs/common';

interface Fault {
  readonly field: string;
  readonly faults: readonly string[];
}

/** Takes only what is documented: unknown fields are refused, and every fault is named with its field. */
export const validation = (): ValidationPipe =>
  new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    stopAtFirstError: false,
    exceptionFactory: (errors) => new BadRequestException({ errors: faultsOf(errors) }),
  });

const faultsOf = (errors: readonly ValidationError[], path = ''): Fault[] =>
  errors.flatMap(({ property, constraints, children, value }) => {
    const field = path === '' ? property : `${path}.${property}`;
    const faults = value === undefined ? [`${property} must be given`] : Object.values(constraints ?? {});
    const own = constraints === undefined ? [] : [{ field, faults }];
    return [...own, ...faultsOf(children ?? [], field)];
  });
