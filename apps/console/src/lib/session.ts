import type { SessionView } from '@hub/contract';
import { sightOf, type Permission } from '@hub/domain';
import { useQuery, type QueryClient } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import { ApiError, get } from './api';

const SESSION = ['session'] as const;
const EXPIRED = ['session-expired'] as const;

/** Who is signed in; null when nobody is. */
export const useSessionQuery = () =>
  useQuery({
    queryKey: SESSION,
    staleTime: Infinity,
    queryFn: ({ signal }) =>
      get<SessionView>('/session', signal).catch((error: unknown) => {
        if (error instanceof ApiError && error.status === 401) return null;
        throw error;
      }),
  });

/** The session ran out under an open page: a dialog asks for the password and all that was typed stays. */
export const useExpired = () =>
  useQuery({ queryKey: EXPIRED, queryFn: () => false, staleTime: Infinity, initialData: false }).data;

export function markExpired(client: QueryClient): void {
  if (client.getQueryData(SESSION)) client.setQueryData(EXPIRED, true);
}

export function enter(client: QueryClient, session: SessionView | null): void {
  client.setQueryData(EXPIRED, false);
  client.setQueryData(SESSION, session);
}

const SessionContext = createContext<SessionView | null>(null);
export const SessionProvider = SessionContext.Provider;

/** Below the gate somebody is always signed in. */
export function useSession(): SessionView {
  const session = useContext(SessionContext);
  if (!session) throw new Error('no session: used outside the gate');
  return session;
}

export function useMay(): (permission: Permission) => boolean {
  const { permissions } = useSession();
  return (permission) => permissions.includes(permission);
}

/** Whether the person sees the appeals of all units; the same rule as the server's. */
export function useSeesAll(): boolean {
  const { name, role, unitId } = useSession();
  return 'all' in sightOf({ id: 0, name, role, unitId });
}
