import fastifyCookie from '@fastify/cookie';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import fastify from 'fastify';
import type { Logger } from 'pino';
import { randomUUID } from 'node:crypto';
import type { Sentence } from '../errors';
import { PublicError, unforeseen } from '../errors';
import { limits } from '../graphql/limits';
import { localeOf } from './locale';

/** Fastify with the refusals of the house: JSON, a code of the closed list, never a stack. */
export function createHttpServer(log: Logger): FastifyInstance {
  const answerError = errorAnswers(log);
  const http = fastify({
    bodyLimit: limits.bodyBytes,
    forceCloseConnections: 'idle',
    genReqId: () => randomUUID(),
    routerOptions: { ignoreTrailingSlash: true },
    // addresses that cannot be read are refused before any handler of ours is found
    frameworkErrors: answerError,
  });
  void http.register(fastifyCookie);
  http.setErrorHandler<FastifyError | Error>(answerError);
  return http;
}

/** What a path answers that leads nowhere. */
export const answerNothingHere = (_request: FastifyRequest, reply: FastifyReply): FastifyReply =>
  reply
    .code(404)
    .send({ errors: [{ message: 'There is nothing here.', extensions: { code: 'BAD_USER_INPUT' } }] });

function errorAnswers(log: Logger) {
  return (error: FastifyError | Error, request: FastifyRequest, reply: FastifyReply): void => {
    const refusal = refusalOf(error);
    const english = localeOf(request.headers['accept-language']) === 'en';
    if (!refusal) log.error({ err: error, requestId: request.id }, 'request failed');
    const { status, code, sentence } = refusal ?? {
      status: 500,
      code: 'INTERNAL_SERVER_ERROR',
      sentence: unforeseen(request.id),
    };
    if (error instanceof PublicError && code === 'THROTTLED') {
      void reply.header('retry-after', String(error.details['retryAfterSeconds'] ?? 60));
    }
    const details = error instanceof PublicError ? error.details : {};
    void reply
      .code(status)
      .type('application/json; charset=utf-8')
      .send({
        errors: [
          {
            message: english ? sentence.en : sentence.zh,
            extensions: { code, ...details, ...(refusal ? {} : { requestId: request.id }) },
          },
        ],
      });
  };
}

const statusOf: Partial<Record<PublicError['code'], number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  THROTTLED: 429,
  UNAVAILABLE: 503,
  INTERNAL_SERVER_ERROR: 500,
};

function refusalOf(error: FastifyError | Error): { status: number; code: string; sentence: Sentence } | null {
  if (error instanceof PublicError)
    return { status: statusOf[error.code] ?? 400, code: error.code, sentence: error.sentence };
  const status = 'statusCode' in error ? error.statusCode : undefined;
  if (status === undefined || status >= 500) return null;
  return { status, code: 'BAD_USER_INPUT', sentence: sentenceOf(error as FastifyError, status) };
}

function sentenceOf(error: FastifyError, status: number): Sentence {
  const kilobytes = limits.bodyBytes / 1024;
  if (status === 413) {
    return {
      zh: `请求正文超过 ${kilobytes} kB，请分次发送。`,
      en: `The body is larger than ${kilobytes} kB; send less at once.`,
    };
  }
  if (status === 415)
    return { zh: '请以 application/json 发送请求正文。', en: 'Send the body as application/json.' };
  if (error.code === 'FST_ERR_BAD_URL')
    return { zh: '地址编码有误。', en: 'The address is not well encoded.' };
  if (error instanceof SyntaxError || error.code === 'FST_ERR_CTP_INVALID_JSON_BODY')
    return { zh: '请求正文不是有效的 JSON。', en: 'The body is not valid JSON.' };
  return { zh: error.message, en: error.message };
}
