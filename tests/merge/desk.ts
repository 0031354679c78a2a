import type { SignedFetch } from '#libs/testing';

export interface Task {
  readonly taskId: string;
  readonly clientId: string;
  readonly mergedId: string | null;
  readonly visitId: string;
  readonly day: number;
  readonly status: string;
}

export interface Points {
  readonly balance: number;
  readonly merged?: readonly { readonly clientId: string; readonly balance: number }[];
}

export interface Answered {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

const STORE = 'sh-01';

/** What a store does and asks, through the gateway. */
export class Desk {
  constructor(private readonly fetch: SignedFetch) {}

  async send(path: string, body: object): Promise<Answered> {
    const answer = await this.fetch(`/v1/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  }

  /** Refuses to go on with anything but success. */
  async done(path: string, body: object): Promise<Record<string, unknown>> {
    const answer = await this.send(path, body);
    if (answer.status !== 201)
      throw new Error(`${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  async ask<Answer>(path: string): Promise<Answer> {
    const answer = await this.fetch(`/v1/${path}`);
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as Answer;
  }

  async register(): Promise<string> {
    return (await this.done('clients', { storeId: STORE, name: '王芳' }))['clientId'] as string;
  }

  introduce(introducerId: string, introducedId: string): Promise<unknown> {
    return this.done('referrals', { introducerId, introducedId, storeId: STORE });
  }

  async visit(clientId: string, paidMinor: number, completedAt: string): Promise<string> {
    const lines = [{ lineId: '1', itemId: 'facial-60', paidMinor }];
    const bill = { storeId: STORE, clientId, lines, completedAt };
    return (await this.done('visits', bill))['visitId'] as string;
  }

  returnAll(visitId: string): Promise<unknown> {
    return this.done(`visits/${visitId}/returns`, { lines: [{ lineId: '1' }] });
  }

  complain(clientId: string): Promise<unknown> {
    return this.done('complaints', { storeId: STORE, clientId, channel: 'phone' });
  }

  async tasks(): Promise<readonly Task[]> {
    const all: Task[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const after: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
      const page: { items: Task[]; nextCursor: string | null } = await this.ask(
        `follow-ups?storeId=${STORE}&limit=500${after}`,
      );
      all.push(...page.items);
      cursor = page.nextCursor;
    }
    return all;
  }

  async complaintsOf(clientId: string): Promise<number> {
    const found = `complaints?clientId=${clientId}&limit=500`;
    return (await this.ask<{ items: unknown[] }>(found)).items.length;
  }

  async visitsOf(clientId: string): Promise<readonly string[]> {
    const found = `clients/${clientId}/visits?limit=500`;
    const { items } = await this.ask<{ items: { kind: string; id: string }[] }>(found);
    return items.filter(({ kind }) => kind === 'visit').map(({ id }) => id);
  }

  points(clientId: string): Promise<Points> {
    return this.ask(`members/${clientId}/points`);
  }

  async referral(clientId: string): Promise<string> {
    const answer = await this.fetch(`/v1/referrals/${clientId}`);
    return answer.status === 404 ? 'unknown' : ((await answer.json()) as { status: string }).status;
  }

  async figures(): Promise<{ clients: number; grossMinor: number; visits: number }> {
    const { totals } = await this.ask<{ totals: { clients: number; grossMinor: number; visits: number } }>(
      'reports/store-comparison',
    );
    return totals;
  }
}
