import { useMantineColorScheme } from '@mantine/core';
import { body, type Permission } from '@sellmeapen/api-client';
import { useTranslation } from '@sellmeapen/i18n';
import { Dialog, InkStroke, Logo } from '@sellmeapen/ui';
import { IconBooks, IconHistory, IconHome, IconMenu2 } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link, Outlet, useLocation, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { api } from '../shared/api';
import { useMay, useMe } from '../shared/me';
import { useOnline } from '../shared/use-online';
import { BudgetStrip } from './budget-strip';
import classes from './shell.module.css';

const PLACES = [
  { group: 'practice', to: '/', name: 'home', may: ['rehearse'] },
  { group: 'practice', to: '/library', name: 'library', may: ['rehearse'] },
  { group: 'practice', to: '/drills', name: 'drills', may: ['rehearse'] },
  { group: 'practice', to: '/history', name: 'history', may: ['rehearse'] },
  { group: 'practice', to: '/progress', name: 'progress', may: ['rehearse'] },
  { group: 'lead', to: '/team', name: 'team', may: ['see_team', 'see_organisation'] },
  { group: 'lead', to: '/speaking', name: 'speaking', may: ['see_team', 'see_organisation'] },
  { group: 'lead', to: '/knowledge', name: 'knowledge', may: ['author_scenarios'] },
  { group: 'run', to: '/people', name: 'people', may: ['manage_people'] },
  { group: 'run', to: '/teams', name: 'teams', may: ['manage_teams'] },
  { group: 'run', to: '/settings', name: 'settings', may: ['manage_organisation'] },
  { group: 'run', to: '/models', name: 'models', may: ['manage_organisation'] },
  { group: 'run', to: '/egress', name: 'egress', may: ['manage_organisation', 'see_audit'] },
  { group: 'run', to: '/audit', name: 'audit', may: ['see_audit'] },
] as const satisfies { group: string; to: string; name: string; may: Permission[] }[];

const GROUPS = ['practice', 'lead', 'run'] as const;

function usePlaces() {
  const { permissions } = useMe();
  return PLACES.filter(({ may }) => may.some((one) => permissions.includes(one)));
}

export function Shell() {
  const { t } = useTranslation();
  const me = useMe();
  const online = useOnline();
  useAppearance(me.person.appearance);
  useFocusOnTurn();
  return (
    <div className={classes.shell}>
      <a href="#content" className={classes.skip}>
        {t('app.skip')}
      </a>
      <header className={classes.rail}>
        <Link to="/" className={classes.logo}>
          <Logo />
        </Link>
        <nav aria-label={t('nav.label')} className={classes.nav}>
          <Places />
        </nav>
        <Foot />
      </header>
      <div className={classes.body}>
        {me.organisation.demo && (
          <aside className={classes.strip} aria-label={t('nav.organisation')}>
            {t('app.demo')}
          </aside>
        )}
        {!online && (
          <aside className={classes.strip} aria-label={t('app.name')}>
            <span role="status">{t('app.offline')}</span>
          </aside>
        )}
        <BudgetStrip />
        <main id="content" className={classes.main} tabIndex={-1}>
          <Outlet />
        </main>
      </div>
      <PhoneBar />
    </div>
  );
}

/** A new page begins at its beginning, for eyes and for whoever has it read out. */
function useFocusOnTurn() {
  const { pathname } = useLocation();
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    document.getElementById('content')?.focus({ preventScroll: true });
  }, [pathname]);
}

function useAppearance(appearance: 'system' | 'light' | 'dark') {
  const { setColorScheme } = useMantineColorScheme();
  useEffect(() => setColorScheme(appearance === 'system' ? 'auto' : appearance), [appearance, setColorScheme]);
}

function Places({ onGo }: { onGo?: () => void }) {
  const { t } = useTranslation();
  const places = usePlaces();
  return GROUPS.map((group) => {
    const inGroup = places.filter((place) => place.group === group);
    if (inGroup.length === 0) return null;
    return (
      <div key={group} className={classes.group}>
        <span className={classes.groupName} id={`nav-${group}`}>
          {t(`nav.${group}`)}
        </span>
        <ul aria-labelledby={`nav-${group}`}>
          {inGroup.map(({ to, name }) => (
            <li key={to}>
              <Link
                to={to}
                className={classes.place}
                activeOptions={{ exact: to === '/', includeSearch: false }}
                onClick={onGo}
              >
                {({ isActive }) => (
                  <span>
                    {t(`nav.${name}`)}
                    {isActive && <InkStroke />}
                  </span>
                )}
              </Link>
            </li>
          ))}
        </ul>
      </div>
    );
  });
}

function Foot() {
  const { t } = useTranslation();
  const me = useMe();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const signOut = async () => {
    await api.POST('/api/v1/sign-out');
    queryClient.clear();
    await navigate({ to: '/sign-in' });
  };
  return (
    <div className={classes.foot}>
      <Link to="/me" className={classes.person}>
        {me.person.name}
      </Link>
      {me.organisations.length > 1 ? (
        <select
          className={classes.switch}
          aria-label={t('nav.switch_organisation')}
          value={me.organisation.id}
          onChange={async (event) => {
            const changed = await body(
              api.PUT('/api/v1/me/organisation', { body: { organisation_id: event.target.value } }),
            );
            queryClient.clear();
            queryClient.setQueryData(['me'], changed);
            await navigate({ to: '/' });
          }}
        >
          {me.organisations.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      ) : (
        <span className="quiet small">{me.organisation.name}</span>
      )}
      <button type="button" className={classes.out} onClick={() => void signOut()}>
        {t('nav.sign_out')}
      </button>
    </div>
  );
}

function PhoneBar() {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const rehearses = useMay('rehearse');
  return (
    <>
      <nav className={classes.bar} aria-label={t('nav.menu')}>
        {rehearses && (
          <>
            <Link to="/" className={classes.tab} activeOptions={{ exact: true }}>
              <IconHome size={20} aria-hidden="true" />
              <span>{t('nav.home')}</span>
            </Link>
            <Link to="/library" className={classes.tab} activeOptions={{ includeSearch: false }}>
              <IconBooks size={20} aria-hidden="true" />
              <span>{t('nav.library')}</span>
            </Link>
            <Link to="/history" className={classes.tab} activeOptions={{ includeSearch: false }}>
              <IconHistory size={20} aria-hidden="true" />
              <span>{t('nav.history')}</span>
            </Link>
          </>
        )}
        <button type="button" className={classes.tab} onClick={() => setOpen(true)} aria-haspopup="dialog">
          <IconMenu2 size={20} aria-hidden="true" />
          <span>{t('nav.menu')}</span>
        </button>
      </nav>
      <Dialog open={open} title={t('nav.menu')} onClose={() => setOpen(false)}>
        <div className={classes.sheet}>
          <Places onGo={() => setOpen(false)} />
          <Foot />
        </div>
      </Dialog>
    </>
  );
}
