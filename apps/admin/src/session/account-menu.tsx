import { IdcardOutlined, LogoutOutlined, UserOutlined } from '@ant-design/icons';
import { useTerm } from '@taizhang/ui';
import { Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useSession } from './use-session.ts';
import './sign-in.css';

export function AccountMenu() {
  const { t } = useTranslation('admin');
  const { viewer, signOut } = useSession();
  const navigate = useNavigate();
  const term = useTerm();
  const roles = [...new Set(viewer.roles.map(({ role }) => term('Role', role)))].join('、');
  return (
    <Dropdown
      trigger={['click']}
      placement="bottomRight"
      menu={{
        items: [
          {
            key: 'who',
            type: 'group',
            label: (
              <span className="account-who">
                <strong>{viewer.name}</strong>
                <span>
                  {[viewer.organization?.shortName ?? viewer.organization?.name, roles]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </span>
            ),
          },
          { type: 'divider' },
          {
            key: 'account',
            icon: <IdcardOutlined />,
            label: t('ownAccount.menu'),
            onClick: () => void navigate('/account'),
          },
          {
            key: 'signOut',
            icon: <LogoutOutlined />,
            label: t('session.signOut'),
            onClick: () => void signOut(),
          },
        ],
      }}
    >
      <Button
        type="text"
        icon={<UserOutlined />}
        aria-label={t('session.account', { name: viewer.name })}
      >
        <span className="account-name">{viewer.name}</span>
      </Button>
    </Dropdown>
  );
}
