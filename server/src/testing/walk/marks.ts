// What stands in a list of choices for a value that is only made when it is sent.

/** The input is left out. */
export const leftOut = Symbol('left out');
/** An input object, filled in field by field. */
export const within = Symbol('within');
/** A text that nobody has used yet. */
export const unused = Symbol('unused');
