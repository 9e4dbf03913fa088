import type { Permission } from '@aftercare/contract';
import { useQuery } from '@apollo/client/react';
import { createContext, useContext, type ReactNode } from 'react';
import { describeProblem, type Problem } from '../apollo/errors';
import { graphql } from '../gql';
import type { ViewerQuery } from '../gql/graphql';

const ViewerDocument = graphql(`
  query Viewer {
    serverTime
    viewer {
      id
      name
      kind
      roles
      permissions
      tenant {
        id
        slug
        name {
          zh
          en
        }
        timeZone
        accentColor
      }
      dealer {
        id
        name
      }
      memberships {
        slug
        current
        name {
          zh
          en
        }
      }
    }
  }
`);

export type Viewer = ViewerQuery['viewer'];

const ViewerContext = createContext<Viewer | undefined>(undefined);

export interface ViewerProviderProps {
  loading: ReactNode;
  failed: (problem: Problem, retry: () => void) => ReactNode;
  children: ReactNode;
}

/** Knows who is signed in, where, and what that person may do. */
export function ViewerProvider({ loading, failed, children }: ViewerProviderProps) {
  const { data, error, refetch } = useQuery(ViewerDocument);
  if (data) return <ViewerContext value={data.viewer}>{children}</ViewerContext>;
  return error ? failed(describeProblem(error), () => void refetch()) : loading;
}

/** @throws Error outside the signed-in part of the portal */
export function useViewer(): Viewer {
  const viewer = useContext(ViewerContext);
  if (!viewer) throw new Error('useViewer needs a ViewerProvider above it.');
  return viewer;
}

export function may(viewer: Pick<Viewer, 'permissions'>, permission: Permission): boolean {
  return viewer.permissions.includes(permission);
}
