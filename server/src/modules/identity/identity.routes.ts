import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { badInput, PublicError, Refusal } from '../../platform/errors';
import { localeOf } from '../../platform/http';
import type { House, IdentityService } from './identity.service';
import type { PortalAccess, Sessions } from './sessions';
import type { SignIn } from './sign-in';

export interface PortalSessionParts {
  signing: SignIn;
  sessions: Sessions;
  housesOfMember: IdentityService['housesOfMember'];
  /** Whether the portal is reached over https; decides the cookie's name and flags. */
  secure: boolean;
}

const cookieDays = 14;

/**
 * The portal's session: access tokens for the page, and the refresh secret in a cookie that no script
 * can read. A header that other origins cannot send keeps their pages from using the cookie.
 */
export function servePortalSession(http: FastifyInstance, parts: PortalSessionParts): void {
  const { signing, sessions, housesOfMember, secure } = parts;
  const cookieName = secure ? '__Host-aftercare' : 'aftercare';
  const cookie = { path: '/', httpOnly: true, sameSite: 'strict', secure } as const;

  const answer = (reply: FastifyReply, { accessToken, expiresAt, refreshToken }: PortalAccess) => {
    if (refreshToken)
      void reply.setCookie(cookieName, refreshToken, { ...cookie, maxAge: cookieDays * 86_400 });
    return reply.header('cache-control', 'no-store').send({ accessToken, expiresAt });
  };
  const enter = async (reply: FastifyReply, house: House) =>
    answer(reply, await sessions.openForPortal(house));
  const signedOut = (reply: FastifyReply) => {
    void reply.clearCookie(cookieName, cookie);
    throw new PublicError('UNAUTHENTICATED', {
      zh: '登录已失效，请重新登录。',
      en: 'The session has ended; sign in again.',
    });
  };

  void http.register(async (auth) => {
    auth.addHook('onRequest', async (request) => requirePortalHeader(request));

    auth.post('/auth/sign-in', async (request, reply) => {
      const email = text(request, 'email');
      const password = text(request, 'password');
      const slug = optionalText(request, 'tenant');
      try {
        if (slug) return await enter(reply, await signing.checkFor(email, password, slug));
        const houses = await signing.check(email, password);
        const [only] = houses;
        if (only && houses.length === 1) return await enter(reply, only);
        return await reply
          .code(409)
          .send({ memberships: houses.map(({ slug: house, name }) => ({ slug: house, name })) });
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        const english = localeOf(request.headers['accept-language']) === 'en';
        return reply
          .code(401)
          .send({ code: error.code, message: english ? error.sentence.en : error.sentence.zh });
      }
    });

    auth.post('/auth/refresh', async (request, reply) => {
      const token = request.cookies[cookieName];
      const access = token ? await sessions.refresh(token) : null;
      return access ? answer(reply, access) : signedOut(reply);
    });

    auth.post('/auth/switch', async (request, reply) => {
      const token = request.cookies[cookieName];
      const member = token ? await sessions.memberOf(token) : null;
      if (!token || !member) return signedOut(reply);
      const slug = text(request, 'tenant');
      const house = (await housesOfMember(member)).find((each) => each.slug === slug);
      if (!house)
        throw badInput('tenant', {
          zh: '此账号不属于该厂家。',
          en: 'This login does not belong to that house.',
        });
      const access = await sessions.openForPortal(house);
      await sessions.close(token);
      return answer(reply, access);
    });

    auth.post('/auth/sign-out', async (request, reply) => {
      const token = request.cookies[cookieName];
      if (token) await sessions.close(token);
      return reply.clearCookie(cookieName, cookie).code(204).send();
    });
  });
}

function requirePortalHeader(request: FastifyRequest): void {
  if (request.headers['x-aftercare'] !== 'portal') {
    throw new PublicError('FORBIDDEN', {
      zh: '会话仅供门户自身使用；程序请使用 signIn 变更。',
      en: 'Only the portal itself may use its session; programs use the signIn mutation.',
    });
  }
}

function text(request: FastifyRequest, field: string): string {
  const value = optionalText(request, field);
  if (!value)
    throw badInput(field, {
      zh: `缺少 ${field}，请以文本发送。`,
      en: `${field} is missing; send it as text.`,
    });
  return value;
}

function optionalText(request: FastifyRequest, field: string): string | undefined {
  const value = (request.body as Record<string, unknown> | null | undefined)?.[field];
  return typeof value === 'string' && value !== '' ? value : undefined;
}
