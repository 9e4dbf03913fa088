/** The templates that a new tenant can start from, by rulebook, and the check of a template. */
import { r1 } from './r1/index.js';
import { r3 } from './r3/index.js';
import { r4 } from './r4/index.js';
import { r6 } from './r6/index.js';
import type { RulebookTemplate } from './template.js';

export { makerCalendar } from './common.js';
export { checkTemplate, parseSettings } from './check/index.js';
export type { ParsedSettings } from './check/index.js';
export { openSettings } from './settings/index.js';
export type { OpenSetting } from './settings/index.js';
export type * from './template.js';

export const templates = { R1: r1, R3: r3, R4: r4, R6: r6 } satisfies Record<string, RulebookTemplate>;
