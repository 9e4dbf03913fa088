import type { StoryClient } from './story-client';

export interface StoryRefusal {
  code: string;
  field: string[] | null;
  message: string;
  conflict: { currentVersion: number; changed: string[] } | null;
}

/** What a mutation answers: its selection, and why it was refused. */
export type Mutated<Result> = Result & { userErrors: StoryRefusal[] };

/** Sends one mutation by its name, as `<name>(input: <Name>Input!)`, and answers its payload. */
export async function mutate<Result = Record<string, unknown>>(
  by: StoryClient,
  name: string,
  input: Record<string, unknown>,
  selection = '',
): Promise<Mutated<Result>> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const data = await by.ask<Record<string, Mutated<Result>>>(
    `mutation ($input: ${type}!) { ${name}(input: $input) {
       ${selection} userErrors { code field message conflict { currentVersion changed } } } }`,
    { input },
  );
  return data[name] as Mutated<Result>;
}

/** As `mutate`, for what must be done; throws on a refusal. */
export async function done<Result = Record<string, unknown>>(
  ...sent: Parameters<typeof mutate>
): Promise<Result> {
  const { userErrors, ...result } = await mutate<Result>(...sent);
  if (userErrors.length > 0) throw new Error(`${sent[1]} was refused: ${JSON.stringify(userErrors)}`);
  return result as Result;
}
