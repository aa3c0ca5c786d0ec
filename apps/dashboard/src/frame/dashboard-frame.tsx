import { AppFrame, DemoBanner, type NavigationEntry } from '@taizhang/ui';
import { Suspense, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, ScrollRestoration, useLocation, useNavigate } from 'react-router';
import { addressOf, scopeParams } from '../scope/metrics-scope.ts';
import { useScope } from '../scope/use-scope.ts';
import { useScopeChoices } from '../scope/use-scope-choices.ts';
import { SessionGate } from '../session/session-gate.tsx';
import { useWall } from '../wall/use-wall.ts';
import { Account } from './account.tsx';
import { FrameIcon } from './frame-icons.tsx';
import './dashboard.css';

const base = '/dashboard';

/** Everything around a page: the session, the header and its navigation. A wall shows the page alone. */
export function DashboardFrame() {
  const wall = useWall();
  return (
    <SessionGate>
      {wall ? (
        <Outlet />
      ) : (
        <Framed>
          <Suspense>
            <Outlet />
          </Suspense>
        </Framed>
      )}
      <ScrollRestoration />
    </SessionGate>
  );
}

function Framed({ children }: { children: ReactNode }) {
  const { t } = useTranslation('dashboard');
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const scope = useScope();
  const { showsDemo } = useScopeChoices();

  const pages = (['overview', 'items', 'documents', 'trainings'] as const).map((key) => ({
    key,
    label: t(`nav.${key}`),
    href: base + addressOf(key === 'overview' ? '/' : `/${key}`, scopeParams(scope)),
    icon: <FrameIcon name={key} />,
  }));
  const admin: NavigationEntry = {
    key: 'admin',
    label: t('nav.admin'),
    href: '/admin/',
    icon: <FrameIcon name="admin" />,
    external: true,
  };

  return (
    <AppFrame
      appName={t('appName')}
      homeHref={`${base}/`}
      navigation={[...pages, admin]}
      activeKey={pathname.split('/')[1] || 'overview'}
      onNavigate={(href) => void navigate(href.slice(base.length))}
      account={<Account />}
      banner={showsDemo ? <DemoBanner /> : null}
    >
      {children}
    </AppFrame>
  );
}
