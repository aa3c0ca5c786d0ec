import { useTerm } from '@taizhang/ui';
import { Tag } from 'antd';
import type { PersonRow } from './people.queries.ts';

/** The roles of somebody, each with its place. */
export function RoleTags({ roles }: { roles: NonNullable<PersonRow['roles']> }) {
  const term = useTerm();
  if (roles.length === 0) return <span className="faint">—</span>;
  return (
    <span className="tag-row">
      {roles.map(({ role, organization }) => (
        <Tag key={role + organization.id}>
          {term('Role', role)} · {organization.name}
        </Tag>
      ))}
    </span>
  );
}
