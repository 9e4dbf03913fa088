import i18next from 'i18next';
import { createClient } from './client';
import { LiveSocket } from './live-socket';
import { ServerClock } from './server-clock';
import { browserSessionParts, Session } from './session';

const locale = (): string => i18next.language;

/** What a page has one of. Sign-out and change of house load the page anew, so nothing here outlives a session. */
export const session = new Session(browserSessionParts());
export const serverClock = new ServerClock();
export const client = createClient({ session, clock: serverClock, locale });
export const liveSocket = new LiveSocket({
  url: `${window.location.origin.replace(/^http/, 'ws')}/graphql`,
  session,
  locale,
});
