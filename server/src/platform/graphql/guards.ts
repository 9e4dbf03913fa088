import type { Permission } from '@aftercare/contract';
import type { AuthCheckerFn } from 'type-graphql';
import { getMetadataStorage } from 'type-graphql';
import type { GraphQLContext, RequestContext } from '../context';
import { forbidden, unauthenticated } from '../errors';

/** Root fields that anybody may ask for, without a token. Nothing else may lack a permission. */
export const publicFields: readonly string[] = ['signIn'];

export const checkPermission: AuthCheckerFn<GraphQLContext, Permission> = ({ context }, required) => {
  if (!context.request) throw unauthenticated();
  const [permission] = required;
  if (!permission || !context.request.actor.permissions.has(permission)) throw forbidden();
  return true;
};

/** The context of a guarded field; the guard has made sure that there is one. */
export function signedIn({ request }: GraphQLContext): RequestContext {
  if (!request) throw unauthenticated();
  return request;
}

/** Root fields that name no permission although they are not on the public list. */
export function findUnguardedFields(): string[] {
  const { queries, mutations, subscriptions } = getMetadataStorage();
  return [...queries, ...mutations, ...subscriptions]
    .filter(({ roles }) => roles === undefined || roles.length !== 1)
    .map(({ schemaName }) => schemaName)
    .filter((field) => !publicFields.includes(field));
}
