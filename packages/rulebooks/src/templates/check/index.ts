/** What is wrong with a template: its shape first, then what its parts say about each other. */
export { checkTemplate } from './check-template.js';
export { parseSettings, type ParsedSettings } from './answers.js';
