import type { Calendar } from '@aftercare/policy-engine';
import { makerCalendar } from '@aftercare/rulebooks';

/** The calendars by which every house counts until it publishes its own: the one that the templates name. */
export const calendars: readonly Calendar[] = [makerCalendar];
