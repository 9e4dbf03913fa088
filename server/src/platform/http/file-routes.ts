import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';
import type { Files, OpenFile } from '../files';
import { contentDisposition, largestUpload, UploadRefusal } from '../files';
import { encodeId } from '../graphql';
import { answerNothingHere } from './http-server';
import { localeOf } from './locale';

/** An upload of which nothing has come for this long is given up. */
const silenceMs = 60_000;

/** Bytes of files by signed addresses: `PUT /files/uploads/…` and `GET /files/…`. Any other address is nothing. */
export function serveFiles(http: FastifyInstance, files: Files): void {
  void http.register(async (uploads) => {
    // bodies are bytes, whatever they are said to be, and go to disk as they come
    uploads.removeAllContentTypeParsers();
    uploads.addContentTypeParser('*', (_request, body, done) => done(null, body));
    uploads.put('/files/uploads/*', (request, reply) => takeUpload(files, request, reply));
  });
  http.route({
    method: ['GET', 'HEAD'],
    url: '/files/*',
    handler: async (request, reply) => {
      const [token = ''] = pathBelow(request).split('/');
      const file = await files.open(token);
      return file ? handOut(file, request, reply) : answerNothingHere(request, reply);
    },
  });
}

const pathBelow = ({ params }: FastifyRequest) => (params as { '*': string })['*'];

async function takeUpload(files: Files, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { raw } = request;
  raw.setTimeout(silenceMs, () => raw.destroy());
  try {
    const file = await files.receive(pathBelow(request), raw);
    if (!file) return answerNothingHere(request, reply.header('connection', 'close'));
    await readOut(raw);
    const { id, name, kind, mediaType, byteSize, width, height } = file;
    const seen = { name, kind: kind?.toUpperCase(), mediaType, byteSize, width, height };
    return reply.send({ file: { id: encodeId('File', id), ...seen } });
  } catch (error) {
    // the sender is gone, and nobody waits for an answer
    if (raw.destroyed && !raw.complete) return reply.hijack();
    if (!(error instanceof UploadRefusal)) throw error;
    await readOut(raw);
    return reply.code(error.status).send(refusalOf(error, request));
  } finally {
    raw.setTimeout(0);
  }
}

/** Reads the rest of a body and forgets it: many senders look for the answer only when they have sent everything. */
async function readOut(body: Readable): Promise<void> {
  let rest = 0;
  for await (const chunk of body.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    rest += chunk.length;
    if (rest > largestUpload) return;
  }
}

function refusalOf({ sentence, problem }: UploadRefusal, { headers }: FastifyRequest): object {
  const message = localeOf(headers['accept-language']) === 'en' ? sentence.en : sentence.zh;
  return { errors: [{ message, extensions: { code: 'BAD_USER_INPUT', problem } }] };
}

function handOut(file: OpenFile, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const shown = /^(image|video)\//.test(file.mediaType) ? 'inline' : 'attachment';
  void reply.headers({
    'content-type': file.mediaType,
    'content-disposition': contentDisposition(shown, file.name),
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'private, max-age=900',
    'accept-ranges': 'bytes',
  });
  const range = rangeOf(request.headers.range, file.byteSize);
  if (range === 'unsatisfiable') {
    return reply.code(416).header('content-range', `bytes */${file.byteSize}`).send();
  }
  if (range) {
    void reply.code(206).header('content-range', `bytes ${range.start}-${range.end}/${file.byteSize}`);
  }
  void reply.header('content-length', range ? range.end - range.start + 1 : file.byteSize);
  return reply.send(request.method === 'HEAD' ? undefined : file.read(range));
}

type Range = { start: number; end: number };

/** One range of bytes (RFC 9110, 14.1.2); several at once, or what is no range, are answered with the whole. */
function rangeOf(header: string | undefined, byteSize: number): Range | 'unsatisfiable' | undefined {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (from === '' && to === '') return undefined;
  const start = from === '' ? Math.max(0, byteSize - Number(to)) : Number(from);
  const end = from === '' || to === '' ? byteSize - 1 : Math.min(Number(to), byteSize - 1);
  if (from !== '' && to !== '' && Number(to) < start) return undefined;
  return start < byteSize && (from !== '' || to !== '0') ? { start, end } : 'unsatisfiable';
}
