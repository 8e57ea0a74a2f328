import { Button, PasswordInput, TextInput } from '@mantine/core';
import { body, isRefusal, type LinkLook } from '@sellmeapen/api-client';
import { useTranslation } from '@sellmeapen/i18n';
import { Blank, ErrorNote } from '@sellmeapen/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { api } from '../../shared/api';
import { LinkButton } from '../../shared/link-button';
import { meQuery } from '../../shared/me';
import { PasswordField } from '../../shared/password-field';
import { Trouble } from '../../shared/problem';
import { useTitle } from '../../shared/use-title';
import { Frame } from './frame';

/** Behind a one-time link. The token stands in the fragment, so no log and no referrer ever sees it. */
export function WelcomePage() {
  const { t } = useTranslation();
  const [token] = useState(() => location.hash.slice(1));
  const look = useQuery({
    queryKey: ['link', token],
    queryFn: () => body(api.POST('/api/v1/links/look', { body: { token } })),
    retry: false,
    staleTime: Infinity,
  });
  useTitle(t('welcome.submit'));
  if (isRefusal(look.error) && look.error.status < 500) {
    return (
      <Frame title={t('welcome.gone_title')}>
        <p>{t('welcome.gone')}</p>
        <div>
          <LinkButton to="/sign-in">{t('welcome.to_sign_in')}</LinkButton>
        </div>
      </Frame>
    );
  }
  if (look.error) {
    return (
      <Frame title={t('error.title')}>
        <Trouble error={look.error} onRetry={() => void look.refetch()} />
      </Frame>
    );
  }
  if (!look.data) {
    return (
      <Frame title={t('common.loading')}>
        <Blank lines={5} height="2.5rem" />
      </Frame>
    );
  }
  return <Accept link={look.data} token={token} />;
}

function Accept({ link, token }: { link: LinkLook; token: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [existing, setExisting] = useState(false);
  const accept = useMutation({
    mutationFn: (form: FormData) => {
      const field = (name: string) => (form.has(name) ? String(form.get(name)).trim() : undefined);
      return body(
        api.POST('/api/v1/links/accept', {
          body: {
            token,
            password: String(form.get('password')),
            name: field('name'),
            email: field('email'),
            organisation_name: field('organisation_name'),
          },
        }),
      );
    },
    onSuccess: async (me) => {
      queryClient.clear();
      queryClient.setQueryData(meQuery.queryKey, me);
      await navigate({ to: '/', replace: true });
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    accept.mutate(new FormData(event.currentTarget));
  };
  const refused = isRefusal(accept.error, 'password-too-common')
    ? t('welcome.common')
    : isRefusal(accept.error, 'password-too-short')
      ? t('welcome.too_short')
      : undefined;
  const first = link.kind === 'first_administrator';
  const lead =
    link.kind === 'invitation'
      ? t('welcome.lead_invitation', { role: t(`role.${link.role ?? 'trainee'}`) })
      : t(`welcome.lead_${link.kind}`);
  return (
    <Frame title={t(`welcome.title_${link.kind}`, { organisation: link.organisation_name ?? '' })} lead={lead}>
      <form onSubmit={submit}>
        {accept.error && !refused && <AcceptTrouble error={accept.error} />}
        {first && (
          <TextInput
            name="organisation_name"
            label={t('welcome.organisation')}
            required
            maxLength={120}
            autoFocus
            withAsterisk={false}
          />
        )}
        {link.kind !== 'recovery' && !existing && (
          <TextInput
            name="name"
            label={t('welcome.name')}
            autoComplete="name"
            required
            maxLength={120}
            defaultValue={link.name ?? ''}
            withAsterisk={false}
          />
        )}
        {first ? (
          <TextInput
            name="email"
            type="email"
            label={t('welcome.email')}
            autoComplete="username"
            required
            withAsterisk={false}
          />
        ) : (
          <TextInput
            type="email"
            label={t('welcome.email')}
            autoComplete="username"
            value={link.email ?? ''}
            readOnly
          />
        )}
        {existing ? (
          <PasswordInput
            name="password"
            label={t('sign_in.password')}
            autoComplete="current-password"
            required
            withAsterisk={false}
          />
        ) : (
          <PasswordField name="password" label={t('welcome.password')} {...(refused ? { error: refused } : {})} />
        )}
        <Button type="submit" loading={accept.isPending}>
          {t('welcome.submit')}
        </Button>
        {link.kind === 'invitation' && !existing && (
          <Button variant="subtle" onClick={() => setExisting(true)}>
            {t('welcome.existing')}
          </Button>
        )}
      </form>
    </Frame>
  );
}

function AcceptTrouble({ error }: { error: unknown }) {
  const { t } = useTranslation();
  if (isRefusal(error, 'wrong-credentials')) return <ErrorNote what={t('sign_in.wrong')} />;
  if (isRefusal(error, 'link-not-valid')) return <ErrorNote title={t('welcome.gone_title')} what={t('welcome.gone')} />;
  return <Trouble error={error} />;
}
