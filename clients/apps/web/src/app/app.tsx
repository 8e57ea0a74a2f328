import { DirectionProvider } from '@mantine/core';
import { isRefusal } from '@sellmeapen/api-client';
import { InkProvider, NoticeBoard } from '@sellmeapen/ui';
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useState } from 'react';
import { DeviceCheckHost } from './device-check-host';
import { createAppRouter } from './router';

function createQueryClient(onSignedOut: () => void): QueryClient {
  const onError = (error: Error) => {
    if (isRefusal(error, 'not-signed-in')) onSignedOut();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        // A refusal is an answer; only silence and server trouble are worth a second try.
        retry: (count, error) => count < 2 && !(isRefusal(error) && error.status < 500),
      },
    },
  });
}

export function App() {
  const [{ queryClient, router }] = useState(() => {
    const queryClient: QueryClient = createQueryClient(() => {
      const { pathname, href } = router.state.location;
      if (pathname === '/sign-in' || pathname === '/welcome') return;
      queryClient.removeQueries({ queryKey: ['me'] });
      void router.navigate({ to: '/sign-in', search: { next: href } });
    });
    const router = createAppRouter(queryClient);
    return { queryClient, router };
  });
  return (
    <QueryClientProvider client={queryClient}>
      <DirectionProvider>
        <InkProvider>
          <NoticeBoard>
            <DeviceCheckHost>
              <RouterProvider router={router} />
            </DeviceCheckHost>
          </NoticeBoard>
        </InkProvider>
      </DirectionProvider>
    </QueryClientProvider>
  );
}
