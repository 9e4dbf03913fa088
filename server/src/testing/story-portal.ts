import type { StoryHouse } from './story-house';
import type { StorySlug } from './story-people';
import { storyPassword } from './story-people';

/** An answer of the portal's session routes. */
export interface SessionAnswer {
  status: number;
  body: {
    accessToken?: string;
    expiresAt?: string;
    memberships?: unknown[];
    errors?: unknown[];
    code?: string;
  };
  headers: Headers;
  /** The value that the answer gave the cookie; undefined if it left the cookie alone. */
  cookie: string | undefined;
}

/** A browser with the portal open: keeps the session's cookie as browsers do. */
export interface PortalSession {
  cookie: string | undefined;
  send(
    action: 'sign-in' | 'refresh' | 'switch' | 'sign-out',
    body?: object,
    headers?: Record<string, string>,
  ): Promise<SessionAnswer>;
  /** Signs in and answers the access token. */
  signIn(who: string, house?: StorySlug): Promise<string>;
}

/** A browser without a session. */
export function openPortal({ app }: Pick<StoryHouse, 'app'>): PortalSession {
  const session: PortalSession = {
    cookie: undefined,
    async send(action, body, headers) {
      const response = await fetch(`${app.url}/auth/${action}`, {
        method: 'POST',
        headers: {
          'x-aftercare': 'portal',
          'accept-language': 'en',
          ...(body && { 'content-type': 'application/json' }),
          ...(session.cookie && { cookie: `aftercare=${session.cookie}` }),
          ...headers,
        },
        ...(body && { body: JSON.stringify(body) }),
      });
      const cookie = /^[^=]+=([^;]*)/.exec(response.headers.get('set-cookie') ?? '')?.[1];
      if (cookie !== undefined) session.cookie = cookie || undefined;
      const text = await response.text();
      return {
        status: response.status,
        body: text ? JSON.parse(text) : {},
        headers: response.headers,
        cookie,
      };
    },
    async signIn(who, house) {
      const { body } = await session.send('sign-in', {
        email: `${who}.example`,
        password: storyPassword,
        tenant: house ?? who.split('@')[1],
      });
      if (!body.accessToken) throw new Error(`${who} may not enter the portal: ${JSON.stringify(body)}`);
      return body.accessToken;
    },
  };
  return session;
}
