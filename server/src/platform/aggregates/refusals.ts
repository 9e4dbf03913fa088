import type { Sentence } from '../errors';
import { Refusal } from '../errors';

/** Paths of input fields are written with points: `components.0.key`. */
const pathOf = (field: string) => field.split('.');

export const required = (field: string, label: Sentence) =>
  new Refusal('REQUIRED', pathOf(field), { zh: `请填写${label.zh}。`, en: `Fill in ${label.en}.` });

export const tooLong = (field: string, label: Sentence, limit: number) =>
  new Refusal('INVALID', pathOf(field), {
    zh: `${label.zh}最多 ${limit} 个字，请精简后再提交。`,
    en: `Shorten ${label.en} to at most ${limit} characters.`,
  });

export const invalid = (field: string, sentence: Sentence) => new Refusal('INVALID', pathOf(field), sentence);

/** One and the same answer for what does not exist and for what the asker may not see. */
export const notFound = (field: string, name: Sentence) =>
  new Refusal('NOT_FOUND', pathOf(field), {
    zh: `没有找到该${name.zh}，请从列表中重新选择。`,
    en: `There is no such ${name.en} among those you may see; choose one from the list.`,
  });

/**
 * Why a change is refused that was based on another version than the current one: CONFLICT where somebody was
 * faster, INVALID where nobody can have seen such a version.
 * @param changed names of the fields that changed since
 * @param meanwhile what is said of the conflict, where the usual sentence does not fit
 */
export function wrongVersion(
  name: Sentence,
  { expected, current }: { expected: number; current: number },
  changed: string[],
  meanwhile: Sentence = {
    zh: `该${name.zh}刚刚被别人修改过，请查看最新内容后再决定。`,
    en: `Somebody changed the ${name.en} meanwhile. Look at what changed, then decide again.`,
  },
): Refusal {
  if (expected >= 1 && expected < current)
    return new Refusal('CONFLICT', ['expectedVersion'], meanwhile, { currentVersion: current, changed });
  return invalid('expectedVersion', {
    zh: `该${name.zh}没有第 ${expected} 版，请重新读取后，按读到的版本号提交。`,
    en: `There is no version ${expected} of the ${name.en}. Read it anew and send the version that you find.`,
  });
}
