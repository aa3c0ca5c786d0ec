import {
  ApiOutlined,
  AuditOutlined,
  BarChartOutlined,
  BookOutlined,
  CalendarOutlined,
  CarryOutOutlined,
  ContainerOutlined,
  FileTextOutlined,
  IdcardOutlined,
  ImportOutlined,
  ReloadOutlined,
  SafetyCertificateOutlined,
  TeamOutlined,
} from '@ant-design/icons';
import { AppFrame, DemoBanner, LoadingState, type NavigationEntry } from '@taizhang/ui';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, useLocation, useNavigate } from 'react-router';
import { GlobalSearch } from '../search/global-search.tsx';
import { NotificationBell } from '../notifications/notification-bell.tsx';
import { AccountMenu } from '../session/account-menu.tsx';
import { useSession, useViewerMay } from '../session/use-session.ts';
import { useWorkCount } from '../work/use-work-count.ts';
import { deskOf } from './desk.ts';
import './admin-frame.css';

const BASE = '/admin';

/** The frame around every page once the viewer is known. */
export function AdminFrame() {
  const { t } = useTranslation('admin');
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const { viewer } = useSession();
  const mayImport = useViewerMay('importNotice');
  const mayAudit = useViewerMay('auditEvents');
  const mayAddPeople = useViewerMay('addPerson');
  const mayGrant = useViewerMay('grantRole');
  const mayAddClients = useViewerMay('addApiClient');

  const hasDesk = deskOf(viewer) === '/work';
  const waiting = useWorkCount(!hasDesk);

  // The most used first: on a phone only four have room.
  const navigation: NavigationEntry[] = [
    ...(hasDesk
      ? [
          {
            key: 'work',
            label: t('navigation.work'),
            href: `${BASE}/work`,
            icon: <CarryOutOutlined />,
            count: waiting,
          },
        ]
      : []),
    { key: 'items', label: t('navigation.items'), href: `${BASE}/items`, icon: <AuditOutlined /> },
    {
      key: 'biweekly',
      label: t('navigation.biweekly'),
      href: `${BASE}/biweekly`,
      icon: <CalendarOutlined />,
    },
    {
      key: 'documents',
      label: t('navigation.documents'),
      href: `${BASE}/documents`,
      icon: <BookOutlined />,
    },
    {
      key: 'trainings',
      label: t('navigation.trainings'),
      href: `${BASE}/trainings`,
      icon: <TeamOutlined />,
    },
    {
      key: 'registers',
      label: t('navigation.registers'),
      href: `${BASE}/registers`,
      icon: <ContainerOutlined />,
    },
    {
      key: 'mechanisms',
      label: t('navigation.mechanisms'),
      href: `${BASE}/mechanisms`,
      icon: <ReloadOutlined />,
    },
    {
      key: 'rounds',
      label: t('navigation.rounds'),
      href: `${BASE}/rounds`,
      icon: <FileTextOutlined />,
    },
    ...(mayImport
      ? [
          {
            key: 'import',
            label: t('navigation.import'),
            href: `${BASE}/import`,
            icon: <ImportOutlined />,
          },
        ]
      : []),
    ...(mayAudit
      ? [
          {
            key: 'audit',
            label: t('navigation.audit'),
            href: `${BASE}/audit`,
            icon: <SafetyCertificateOutlined />,
          },
        ]
      : []),
    ...(mayAddPeople || mayGrant
      ? [
          {
            key: 'people',
            label: t('navigation.people'),
            href: `${BASE}/people`,
            icon: <IdcardOutlined />,
          },
        ]
      : []),
    ...(mayAddClients
      ? [
          {
            key: 'api-clients',
            label: t('navigation.apiClients'),
            href: `${BASE}/api-clients`,
            icon: <ApiOutlined />,
          },
        ]
      : []),
    {
      key: 'dashboard',
      label: t('navigation.dashboard'),
      href: '/dashboard/',
      icon: <BarChartOutlined />,
      external: true,
    },
  ];

  return (
    <AppFrame
      appName={t('appName')}
      homeHref={`${BASE}${deskOf(viewer)}`}
      navigation={navigation}
      activeKey={pathname.split('/')[1] ?? ''}
      onNavigate={(href) => void navigate(href.slice(BASE.length))}
      account={
        <>
          <GlobalSearch />
          <NotificationBell />
          <AccountMenu />
        </>
      }
      banner={viewer.isDemo ? <DemoBanner /> : null}
    >
      <Suspense fallback={<LoadingState rows={10} />}>
        <Outlet />
      </Suspense>
    </AppFrame>
  );
}
