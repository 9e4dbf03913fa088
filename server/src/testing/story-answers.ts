import type { StoryClient } from './story-client';

interface Asked {
  key: string;
  kind: 'TEXT' | 'LONG_TEXT' | 'NUMBER' | 'DATE' | 'CHOICE';
  required: boolean;
  choices: Array<{ key: string }>;
  dependsOn: { field: string; among: string[] } | null;
}

/**
 * Answers to whatever the form of a request type demands, as somebody gives them who has nothing to hide.
 * @param today the date at the maker's
 */
export async function answersToForm(
  asker: StoryClient,
  requestType: string,
  today: string,
): Promise<Array<{ key: string; value: string }>> {
  const { requestType: type } = await asker.ask<{ requestType: { intake: Asked[] } | null }>(
    `query ($key: String!) { requestType(key: $key) { intake {
      key kind required choices { key } dependsOn { field among } } } }`,
    { key: requestType },
  );
  const answers = new Map<string, string>();
  for (const { key, kind, required, choices, dependsOn } of type?.intake ?? []) {
    if (!required || (dependsOn && !dependsOn.among.includes(answers.get(dependsOn.field) ?? ''))) continue;
    const [first] = choices;
    const value = { TEXT: '见附件', LONG_TEXT: '见附件', NUMBER: '1', DATE: today, CHOICE: first?.key ?? '' };
    answers.set(key, value[kind]);
  }
  return [...answers].map(([key, value]) => ({ key, value }));
}
