import { openPlatformData } from '../deploy/verify/platform-data.js';

/**
 * A sentence for each service that has not told, heard or shown, after some patience, all that the logs of a platform said when this
 * was asked; none once all have. What they decided on hearing it is in their logs by then, and may itself not be heard yet. A topic of
 * which a service has never heard anything is not looked at.
 */
export const behind = async (databaseUrl: string): Promise<readonly string[]> => {
  const data = await openPlatformData({ databaseUrl, kafka: { brokers: [] } });
  try {
    return (await data.settled()).behind;
  } finally {
    await data.close();
  }
};
