import http from 'node:http';

/** Sends one request and answers the body's text; anything but a good answer is thrown. */
export function post(agent, url, { path: to = '/graphql', token, body }) {
  return new Promise((resolve, reject) => {
    const text = JSON.stringify(body);
    const request = http.request(
      `${url}${to}`,
      {
        agent,
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(text),
          accept: 'application/graphql-response+json',
          'x-aftercare': 'portal',
          ...(token && { authorization: `Bearer ${token}` }),
        },
      },
      (response) => {
        const chunks = [];
        response.on('data', (chunk) => chunks.push(chunk));
        response.on('end', () => {
          const answer = Buffer.concat(chunks).toString();
          if (response.statusCode === 200 && !answer.includes('"errors"')) resolve(answer);
          else reject(new Error(`${response.statusCode}: ${answer.slice(0, 500)}`));
        });
      },
    );
    request.on('error', reject);
    request.end(text);
  });
}
