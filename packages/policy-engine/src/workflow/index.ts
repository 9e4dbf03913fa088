/** In which state a ticket begins and where it may go from there. */
export * from './transition.js';
