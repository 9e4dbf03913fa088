import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { answerNothingHere } from './http-server';

const contentPolicy = [
  "default-src 'self'",
  "img-src 'self' data: blob:",
  // antd writes its styles at run time
  "style-src 'self' 'unsafe-inline'",
  "connect-src 'self' ws: wss:",
  "frame-ancestors 'none'",
  "base-uri 'self'",
  "form-action 'self'",
].join('; ');

/** The built portal, pre-compressed; every path that is no file and no other route is a page of it. */
export function servePortal(http: FastifyInstance, folder: string): void {
  void http.register(fastifyStatic, {
    root: folder,
    preCompressed: true,
    index: 'index.html',
    cacheControl: false,
    setHeaders(reply, file) {
      reply.header('x-content-type-options', 'nosniff');
      reply.header('referrer-policy', 'same-origin');
      // assets carry their hash in the name; the pages that name them must be asked for anew
      const immutable = /[/\\]assets[/\\]/.test(file);
      reply.header('cache-control', immutable ? 'public, max-age=31536000, immutable' : 'no-cache');
      if (!immutable) reply.header('content-security-policy', contentPolicy);
    },
  });
  http.setNotFoundHandler(async (request, reply) => {
    const wantsPage = request.method === 'GET' && (request.headers.accept ?? '').includes('text/html');
    // a page that was built before asks for assets that are gone; HTML in their place would only confuse it
    if (wantsPage && !request.url.startsWith('/assets/')) return reply.sendFile('index.html');
    return answerNothingHere(request, reply);
  });
}
