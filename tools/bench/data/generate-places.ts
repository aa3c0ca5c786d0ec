import type { Random } from './random.ts';
import type { AddRow, Bureau, Places } from './rows.type.ts';

const BUREAUS = [
  '文化和旅游局',
  '教育局',
  '卫生健康委',
  '民政局',
  '水务局',
  '规划资源局',
  '建设管理委',
  '市场监管局',
  '人力资源社会保障局',
  '农业农村委',
  '体育局',
  '司法局',
  '城管执法局',
];
const UNITS = ['办公室', '业务管理科'];
const POSTS = ['主任', '副主任', '科员'];
const SURNAMES = '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗';
const GIVEN = [
  '建国',
  '晓明',
  '丽华',
  '志强',
  '海燕',
  '文静',
  '国平',
  '雪梅',
  '永康',
  '思远',
  '佳怡',
  '振华',
];
const CREATED = '2019-01-01T00:00:00.000Z';
const STAMPS = { createdAt: CREATED, updatedAt: CREATED };

/** One district, 13 bureaus, 26 units: 40 organizations with three people each. */
export function generatePlaces(random: Random, add: AddRow): Places {
  const nameOf = new Map<string, string>();
  const district = addOrganization('QX', '示范区', 'DISTRICT', null, '');
  const inspectors = addPeople(district.id, 'INSPECTION_OFFICE', '巡察办');
  const bureaus = BUREAUS.map((name, index): Bureau => {
    const code = `QX-${String(index + 1).padStart(2, '0')}`;
    const bureau = addOrganization(code, `示范区${name}`, 'BUREAU', district.id, district.path);
    const leaders = addPeople(bureau.id, 'LEAD_LEADER', name);
    const units = UNITS.map((unit, place) => {
      const { id } = addOrganization(
        `${code}-${place + 1}`,
        `${name}${unit}`,
        'UNIT',
        bureau.id,
        bureau.path,
      );
      return { id, name: unit, people: addPeople(id, 'SECTION_CONTACT', unit) };
    });
    return { id: bureau.id, code, name, leaders, units, documents: [], documentCount: 0 };
  });
  const authorOf = (personId: string) => ({ personId, name: nameOf.get(personId)! });
  return { bureaus, inspectors, authorOf };

  function addOrganization(
    code: string,
    name: string,
    kind: string,
    parentId: string | null,
    above: string,
  ) {
    const row = {
      id: random.key(),
      code,
      name,
      kind,
      parentId,
      path: `${above}${code}/`,
      ...STAMPS,
    };
    add('Organization', row);
    return row;
  }

  function addPeople(organizationId: string, role: string, place: string): string[] {
    return POSTS.map((post) => {
      const id = random.key();
      const displayName = random.pick([...SURNAMES]) + random.pick(GIVEN);
      nameOf.set(id, displayName);
      add('Person', {
        id,
        organizationId,
        displayName,
        position: place + post,
        isDemo: false,
        ...STAMPS,
      });
      add('RoleAssignment', { id: random.key(), personId: id, role, organizationId });
      return id;
    });
  }
}
