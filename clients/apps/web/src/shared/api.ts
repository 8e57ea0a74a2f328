import { createApi, sender } from '@sellmeapen/api-client';

function cookie(name: string): string | undefined {
  return document.cookie
    .split('; ')
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1);
}

const settings = {
  baseUrl: location.origin,
  csrfToken: () => cookie('__Host-csrf'),
};

export const api = createApi(settings);
export const send = sender(settings);
