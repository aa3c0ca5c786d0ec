import { useLanguage } from '@taizhang/ui';
import { useTranslation } from 'react-i18next';
import type { AllowedAction } from './allowed-action.fragment.ts';
import { useActionLabel } from './use-action-label.ts';

/** Whom to turn to for what the viewer cannot do: the posts, and at most three people; a line for all that is up to the same. */
export function WhoCan({ actions }: { actions: readonly AllowedAction[] }) {
  const { t } = useTranslation('admin');
  const { pick } = useLanguage();
  const label = useActionLabel();
  const list = (names: readonly string[]) => names.join(t('actionForm.between'));
  const lines = new Map<string, string[]>();
  for (const { action, whoCan } of actions) {
    if (!whoCan) continue;
    const { posts, people } = whoCan;
    const who =
      t('actionForm.whoCan', { posts: list(posts.map((post) => pick(post.label))) }) +
      (people.length > 0
        ? t('actionForm.whoCanPeople', { people: list(people.map((one) => one.displayName)) })
        : '');
    lines.set(who, [...(lines.get(who) ?? []), label(action)]);
  }
  if (lines.size === 0) return null;
  return (
    <ul className="who-can faint">
      {[...lines].map(([who, labels]) => (
        <li key={who}>{t('actionForm.upTo', { actions: list(labels), who })}</li>
      ))}
    </ul>
  );
}
