import { z } from 'zod';
import { catalogue } from '#contracts/catalogue';

/** JSON Schema of each contract's data, by file. */
export const contractSchemas = (): Record<string, string> =>
  Object.fromEntries(
    catalogue.map(({ type, description, data }) => [
      `contracts/${type}.json`,
      JSON.stringify({
        $id: `urn:liren:contract:${type}`,
        title: type,
        description,
        ...z.toJSONSchema(data),
      }),
    ]),
  );
