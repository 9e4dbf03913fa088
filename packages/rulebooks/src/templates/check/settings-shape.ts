import { anything, fields, labelled, listOf, localized, source, text } from '../../shape/index.js';

/** What the answers to the open questions look like. */
export const settingsShape = listOf(
  fields({
    key: text,
    question: localized,
    options: listOf(fields(labelled, { value: anything }), 1),
    chosen: text,
    source,
    where: listOf(text),
  }),
);
