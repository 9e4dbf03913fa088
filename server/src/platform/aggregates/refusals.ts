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

export const changedMeanwhile = (name: Sentence, currentVersion: number, changed: string[]) =>
  new Refusal(
    'CONFLICT',
    ['expectedVersion'],
    {
      zh: `该${name.zh}刚刚被别人修改过，请查看最新内容后再决定。`,
      en: `Somebody changed the ${name.en} meanwhile. Look at what changed, then decide again.`,
    },
    { currentVersion, changed },
  );
