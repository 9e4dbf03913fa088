/** Words that server, portal and partners share; no logic beyond looking a word up. */
export * from './errors.js';
export * from './ids.js';
export * from './locales.js';
export * from './permissions.js';
export * from './provinces.js';
