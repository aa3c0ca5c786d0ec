import { DesktopOutlined, MoonOutlined, SunOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../language/use-language.ts';
import { useTheme, type ThemeChoice } from '../theme/use-theme.ts';
import './frame.css';

/** 中文 / English; both names always shown in their own language, so that anyone can find theirs. */
export function LanguageSwitch() {
  const { t } = useTranslation('ui');
  const { language, setLanguage } = useLanguage();
  return (
    <div className="tz-language" role="group" aria-label={t('language.label')}>
      {(['zh', 'en'] as const).map((code) => (
        <button
          key={code}
          type="button"
          lang={code === 'zh' ? 'zh-CN' : 'en'}
          aria-pressed={language === code}
          onClick={() => setLanguage(code)}
        >
          {t(`language.${code}`)}
        </button>
      ))}
    </div>
  );
}

const icons = { light: <SunOutlined />, dark: <MoonOutlined />, system: <DesktopOutlined /> };

export function ThemeSwitch() {
  const { t } = useTranslation('ui');
  const { choice, setChoice } = useTheme();
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        selectable: true,
        selectedKeys: [choice],
        items: (['light', 'dark', 'system'] as const).map((key: ThemeChoice) => ({
          key,
          icon: icons[key],
          label: t(`theme.${key}`),
          onClick: () => setChoice(key),
        })),
      }}
    >
      <Button type="text" icon={icons[choice]} aria-label={t('theme.label')} />
    </Dropdown>
  );
}
