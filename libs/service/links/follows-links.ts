/** What a service does when who is one person with a client has changed, or may have; doing it again changes nothing. */
export interface FollowsLinks {
  follow(clientId: string): Promise<void>;
}

export const FOLLOWS_LINKS = Symbol('what follows from links');
