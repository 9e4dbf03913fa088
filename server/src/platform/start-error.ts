/**
 * An obstacle at start that the person at the keyboard can remove. The message is one or two plain
 * sentences, the last of which is the remedy; it is shown without a stack.
 */
export class StartError extends Error {
  override readonly name = 'StartError';
}
