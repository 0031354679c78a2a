import { openPlatformData } from '../deploy/verify/platform-data.js';

/**
 * Who has not heard, after some patience, of all that the logs of a platform said when it was asked; what others decide of that
 * is in their logs then. Of a topic of which a service has heard nothing ever, nothing is known.
 */
export const behind = async (databaseUrl: string): Promise<readonly string[]> => {
  const data = await openPlatformData({ databaseUrl, kafka: { brokers: [] } });
  try {
    return (await data.settled()).behind;
  } finally {
    await data.close();
  }
};
