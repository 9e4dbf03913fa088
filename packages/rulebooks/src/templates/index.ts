/** The policies that a new tenant can start from, by rulebook. */
import { r1 } from './r1.js';
import { r3 } from './r3.js';
import { r4 } from './r4.js';
import { r6 } from './r6.js';

export const templates = { R1: r1, R3: r3, R4: r4, R6: r6 };
