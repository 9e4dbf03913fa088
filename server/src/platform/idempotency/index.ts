/** Doing things once: the keys that requests bring along, and the answers that were given under them. */
export { answerOnce, type Answer } from './answers';
export {
  earlier,
  earlierOf,
  keyTaken,
  keyUse,
  requestHash,
  requiredKey,
  takeKey,
  takingKey,
  underKey,
} from './keys';
