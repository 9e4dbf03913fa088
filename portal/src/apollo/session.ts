/** A house (a maker) that a login may enter. */
export interface Membership {
  slug: string;
  name: { zh: string; en: string };
}

export type SignInAnswer =
  | { kind: 'signed-in' }
  | { kind: 'choose-house'; memberships: Membership[] }
  | { kind: 'refused' }
  | { kind: 'throttled'; retryAfterSeconds: number }
  | { kind: 'unavailable' };

/** `replaced`: another tab entered another house or login; this tab must start over before it asks again. */
export type SessionStatus = 'unknown' | 'signed-in' | 'signed-out' | 'replaced';

export interface Credentials {
  email: string;
  password: string;
  tenant?: string;
}

interface Grant {
  accessToken: string;
  /** Milliseconds on this device's clock. */
  until: number;
}

type Message = { kind: 'granted'; grant: Grant } | { kind: 'replaced' } | { kind: 'signed-out' };

export interface SessionParts {
  fetch: typeof fetch;
  /** Milliseconds since the epoch on this device's clock. */
  now: () => number;
  /** Runs the work while no other tab runs its own. */
  exclusively: <T>(work: () => Promise<T>) => Promise<T>;
  /** The other tabs of this browser. */
  channel: Pick<BroadcastChannel, 'postMessage' | 'addEventListener'>;
}

/** A token this close to its end (ms) is renewed before it is used. */
const renewWithin = 60_000;

/** The session could not be renewed because the server did not answer; it may well still be valid. */
export class SessionUnavailable extends Error {
  override name = 'SessionUnavailable';
}

/**
 * Keeps the access token of this tab, in memory only. The refresh cookie is the server's and never seen here.
 * Tabs take turns renewing and tell each other, so that one cookie is never spent twice at once.
 */
export class Session {
  #grant: Grant | undefined;
  #status: SessionStatus = 'unknown';
  #renewing: Promise<boolean> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #listeners = new Set<() => void>();

  constructor(private readonly parts: SessionParts) {
    parts.channel.addEventListener('message', (event) => this.#hear((event as MessageEvent<Message>).data));
  }

  get status(): SessionStatus {
    return this.#status;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** A token that is valid now, renewed if it is about to end; null when nobody is signed in. */
  async token(): Promise<string | null> {
    if (this.#isFresh()) return this.#grant?.accessToken ?? null;
    return (await this.renew()) ? (this.#grant?.accessToken ?? null) : null;
  }

  /**
   * Fetches a new token; calls at the same time share one request. False: nobody is signed in any more.
   * @throws SessionUnavailable when the server cannot be reached or fails
   */
  renew(): Promise<boolean> {
    if (this.#status === 'replaced' || this.#status === 'signed-out') return Promise.resolve(false);
    const refused = this.#grant?.accessToken;
    this.#renewing ??= this.parts
      .exclusively(async () => {
        const otherTabWasFaster = this.#grant?.accessToken !== refused && this.#isFresh();
        return otherTabWasFaster || (await this.#refresh());
      })
      .finally(() => (this.#renewing = undefined));
    return this.#renewing;
  }

  async signIn(credentials: Credentials): Promise<SignInAnswer> {
    const response = await this.#post('/auth/sign-in', credentials).catch(() => undefined);
    if (response?.ok) {
      await this.#accept(response);
      this.#tell({ kind: 'replaced' });
      return { kind: 'signed-in' };
    }
    switch (response?.status) {
      case 409:
        return { kind: 'choose-house', ...((await response.json()) as { memberships: Membership[] }) };
      case 401:
        return { kind: 'refused' };
      case 429:
        return { kind: 'throttled', retryAfterSeconds: Number(response.headers.get('retry-after')) || 60 };
      default:
        return { kind: 'unavailable' };
    }
  }

  /** Enters another house of the same login. The caller then loads the page anew: nothing of the old house stays. */
  async switchHouse(slug: string): Promise<boolean> {
    const response = await this.#post('/auth/switch', { tenant: slug }).catch(() => undefined);
    if (response?.status === 401) this.end();
    if (!response?.ok) return false;
    await this.#accept(response);
    this.#tell({ kind: 'replaced' });
    return true;
  }

  /** Ends the session here, on the server and in the other tabs. The caller then loads the page anew. */
  async signOut(): Promise<void> {
    await this.#post('/auth/sign-out', {}).catch(() => undefined);
    this.#tell({ kind: 'signed-out' });
    this.end();
  }

  /** The server refused the token although its time is not up: the next use fetches a new one. */
  expire(): void {
    if (this.#grant) this.#grant = { ...this.#grant, until: 0 };
  }

  /** Forgets the session of this tab, e.g. because the server closed it. */
  end(): void {
    clearTimeout(this.#timer);
    this.#grant = undefined;
    this.#change('signed-out');
  }

  async #refresh(): Promise<boolean> {
    const response = await this.#post('/auth/refresh', {}).catch((cause: unknown) => {
      throw new SessionUnavailable('The server cannot be reached.', { cause });
    });
    if (response.status === 401) {
      this.end();
      return false;
    }
    if (!response.ok) throw new SessionUnavailable(`The server answered ${response.status}.`);
    this.#tell({ kind: 'granted', grant: await this.#accept(response) });
    return true;
  }

  async #accept(response: Response): Promise<Grant> {
    const { accessToken, expiresAt } = (await response.json()) as { accessToken: string; expiresAt: string };
    const serverNow = Date.parse(response.headers.get('date') ?? '') || this.parts.now();
    const grant = { accessToken, until: this.parts.now() + (Date.parse(expiresAt) - serverNow) };
    this.#hold(grant);
    return grant;
  }

  #hold(grant: Grant): void {
    this.#grant = grant;
    clearTimeout(this.#timer);
    const ahead = Math.max(grant.until - this.parts.now() - renewWithin, 1_000);
    this.#timer = setTimeout(() => void this.renew().catch(() => undefined), ahead);
    this.#change('signed-in');
  }

  #hear(message: Message): void {
    if (message.kind === 'granted' && this.#status === 'signed-in') this.#hold(message.grant);
    if (message.kind === 'signed-out') this.end();
    if (message.kind === 'replaced') {
      clearTimeout(this.#timer);
      this.#grant = undefined;
      this.#change('replaced');
    }
  }

  #isFresh(): boolean {
    return this.#grant !== undefined && this.#grant.until - this.parts.now() > renewWithin / 4;
  }

  #post(path: string, body: object): Promise<Response> {
    return this.parts.fetch(path, {
      method: 'POST',
      credentials: 'same-origin',
      headers: {
        'content-type': 'application/json',
        'x-aftercare': 'portal',
      },
      body: JSON.stringify(body),
    });
  }

  #tell(message: Message): void {
    this.parts.channel.postMessage(message);
  }

  #change(status: SessionStatus): void {
    if (this.#status === status) return;
    this.#status = status;
    for (const listener of this.#listeners) listener();
  }
}

/** The parts of a session in a real browser. */
export function browserSessionParts(): SessionParts {
  return {
    fetch: (...args) => fetch(...args),
    now: () => Date.now(),
    exclusively: (work) =>
      'locks' in navigator ? navigator.locks.request('aftercare-session', work) : work(),
    channel: new BroadcastChannel('aftercare-session'),
  };
}
