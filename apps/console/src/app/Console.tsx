import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { App, ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { useLayoutEffect } from 'react';
import { BrowserRouter } from 'react-router';
import { ApiError } from '../lib/api';
import { markExpired } from '../lib/session';
import { darkTheme, lightTheme, stateVariables } from '../lib/theme';
import { useMode } from '../lib/use-media';
import { Gate } from './Gate';

const watch = (error: unknown) => {
  if (error instanceof ApiError && error.status === 401) markExpired(client);
};
const client: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: watch }),
  mutationCache: new MutationCache({ onError: watch }),
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      // Only what may pass by itself is tried again: a lost connection, a server that is just restarting.
      retry: (count, error) => count < 1 && error instanceof ApiError && (error.status === 0 || error.status >= 500),
    },
    mutations: { networkMode: 'always' },
  },
});

export function Console() {
  const mode = useMode();
  useLayoutEffect(() => {
    const root = document.documentElement;
    root.dataset.theme = mode;
    for (const [name, value] of Object.entries(stateVariables(mode))) root.style.setProperty(name, value);
  }, [mode]);
  return (
    <QueryClientProvider client={client}>
      <ConfigProvider locale={zhCN} theme={mode === 'dark' ? darkTheme : lightTheme} button={{ autoInsertSpace: false }}>
        <App className="app" message={{ maxCount: 2 }}>
          <BrowserRouter basename="/console">
            <Gate />
          </BrowserRouter>
        </App>
      </ConfigProvider>
    </QueryClientProvider>
  );
}
