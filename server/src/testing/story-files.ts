import type { StoryClient } from './story-client';
import type { StoryHouse } from './story-house';

export interface Announced {
  file: { id: string; state: string };
  url: string;
  expiresAt: string;
}

export interface SentAnswer {
  status: number;
  body: {
    file?: Record<string, unknown>;
    errors?: Array<{ message: string; extensions: Record<string, unknown> }>;
  };
}

let announced = 0;

/** Announces a file; a refusal is part of the answer. */
export async function announce(by: StoryClient, name: string, byteSize: number, key?: string) {
  announced += 1;
  const { fileUploadCreate } = await by.ask<{
    fileUploadCreate: {
      upload: Announced | null;
      userErrors: Array<{ code: string; field: string[]; message: string }>;
    };
  }>(
    `mutation ($input: FileUploadCreateInput!) { fileUploadCreate(input: $input) {
       upload { file { id state } url expiresAt } userErrors { code field message } } }`,
    { input: { name, byteSize, idempotencyKey: key ?? `announced ${announced}` } },
  );
  return fileUploadCreate;
}

/** Sends the bytes of an announced file. */
export async function send(
  { app }: Pick<StoryHouse, 'app'>,
  url: string,
  bytes: Buffer,
  headers: Record<string, string> = {},
): Promise<SentAnswer> {
  const response = await fetch(`${app.url}${url}`, { method: 'PUT', headers, body: new Uint8Array(bytes) });
  return { status: response.status, body: (await response.json()) as SentAnswer['body'] };
}

/** Uploads what will be taken, and answers its public id. */
export async function upload(
  house: Pick<StoryHouse, 'app'>,
  by: StoryClient,
  name: string,
  bytes: Buffer,
): Promise<string> {
  const { upload: place, userErrors } = await announce(by, name, bytes.length);
  if (!place) throw new Error(`${name} was not announced: ${JSON.stringify(userErrors)}`);
  const { status, body } = await send(house, place.url, bytes);
  if (status !== 200) throw new Error(`${name} was not taken: ${JSON.stringify(body)}`);
  return place.file.id;
}

export interface SeenFile {
  id: string;
  name: string;
  state: string;
  kind: string | null;
  mediaType: string | null;
  byteSize: number | null;
  width: number | null;
  height: number | null;
  url: string | null;
  previewUrl: string | null;
}

/** The file as somebody sees it; null for who may not. */
export async function seeFile(by: StoryClient, id: string): Promise<SeenFile | null> {
  const { node } = await by.ask<{ node: SeenFile | null }>(
    `query ($id: ID!) { node(id: $id) { id ... on File { name state kind mediaType byteSize width height url previewUrl } } }`,
    { id },
  );
  return node;
}

/** Fetches a signed address, without a token. */
export async function fetchFile(
  { app }: Pick<StoryHouse, 'app'>,
  url: string,
  headers: Record<string, string> = {},
) {
  const response = await fetch(`${app.url}${url}`, { headers });
  return {
    status: response.status,
    headers: response.headers,
    bytes: Buffer.from(await response.arrayBuffer()),
  };
}
