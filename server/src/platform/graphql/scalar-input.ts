import type { ValueNode } from 'graphql';
import type { Sentence } from '../errors';
import { PublicError } from '../errors';

/**
 * How a scalar that is written as text comes in, as a variable and within a document.
 * @param read throws for what is not one
 * @param ask asks for what it takes, and is told instead of what `read` throws, which may hold the value
 */
export function readBy<Value>(read: (value: unknown) => Value, ask: Sentence) {
  const orRefuse = (value: unknown, code: 'BAD_USER_INPUT' | 'GRAPHQL_VALIDATION_FAILED') => {
    try {
      return read(value);
    } catch {
      throw new PublicError(code, ask);
    }
  };
  return {
    parseValue: (value: unknown) => orRefuse(value, 'BAD_USER_INPUT'),
    parseLiteral: (node: ValueNode) =>
      orRefuse('value' in node ? node.value : undefined, 'GRAPHQL_VALIDATION_FAILED'),
  };
}
