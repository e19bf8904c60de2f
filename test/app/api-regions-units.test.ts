import { globalId } from '../../src/platform/graphql';
import { expandObligations } from '../../src/plans';
import { refreshMembers } from '../../src/units';
import { ApiClient } from '../support/api-client';
import { useTestDatabase } from '../support/database';
import type { Data } from '../support/query';

const database = useTestDatabase({ seeded: true });
const api = new ApiClient(() => database.publicReader);

const names = (nodes: Data[]): string[] => nodes.map(({ name }) => name);

describe('regions', () => {
  it('hang together from the nation down to the county and the zone', async () => {
    const { region } = await api.data(
      '{ region(code: "511781") { name level kind parent { name level parent { name level parent { name level code parent { name } } } } } }',
    );
    expect(region).toEqual({
      name: '万源市',
      level: 'COUNTY',
      kind: 'DIVISION',
      parent: {
        name: '达州市',
        level: 'PREFECTURE',
        parent: {
          name: '四川省',
          level: 'PROVINCE',
          parent: { name: '中华人民共和国', level: 'NATION', code: expect.any(String), parent: null },
        },
      },
    });
    const { dazhou } = await api.data('{ dazhou: region(code: "511700") { children(first: 100) { nodes { name kind code stableId } } } }');
    const counties = dazhou.children.nodes.filter(({ kind }: Data) => kind === 'DIVISION');
    expect(names(counties).sort()).toEqual(['通川区', '达川区', '宣汉县', '开江县', '大竹县', '渠县', '万源市'].sort());
    expect(dazhou.children.nodes.filter(({ kind }: Data) => kind === 'ZONE')).toEqual([
      { name: '达州东部经开区', kind: 'ZONE', code: null, stableId: 'zone-dazhou-dongbu-jingkai' },
      { name: '达州高新区', kind: 'ZONE', code: null, stableId: 'zone-dazhou-gaoxin' },
    ]);
  });

  it('below the nation are all others, and every one of them names the region above it', async () => {
    const { nation, all } = await api.data(
      `{ nation: regions(filterBy: { levels: [NATION] }) { nodes { code children { totalCount } } } all: regions { totalCount } }`,
    );
    const { within } = await api.data('query ($code: String) { within: regions(filterBy: { withinRegion: $code }) { totalCount } }', {
      code: nation.nodes[0].code,
    });
    expect(within.totalCount).toBe(all.totalCount);
    expect(nation.nodes[0].children.totalCount).toBe(34);
  });

  it('of Dazhou, Guangyuan and Meishan reach down to the township', async () => {
    for (const code of ['511700', '510800', '511400']) {
      const { regions } = await api.data(
        'query ($code: String) { regions(first: 100, filterBy: { withinRegion: $code, levels: [TOWNSHIP] }) { totalCount nodes { code parent { level } } } }',
        { code },
      );
      expect(regions.totalCount).toBeGreaterThan(50);
      for (const { code: own, parent } of regions.nodes) {
        expect(own).toMatch(/^\d{9}$/);
        expect(parent.level).toBe('COUNTY');
      }
    }
  });

  it('answer to code, stable id and global id wherever a region is asked for', async () => {
    for (const reference of ['511700', '511702', 'zone-dazhou-gaoxin']) {
      const { region } = await api.data('query ($code: String!) { region(code: $code) { id stableId } }', { code: reference });
      expect(region.stableId).toBe(reference);
      const source = `query ($code: String!) { region(code: $code) { id } regions(filterBy: { codes: [$code] }) { nodes { id } } within: regions(filterBy: { withinRegion: $code }) { totalCount }
        children: regions(filterBy: { parent: $code }) { totalCount } units(filterBy: { regionCodes: [$code] }) { totalCount } unitsWithin: units(filterBy: { withinRegion: $code }) { totalCount }
        plans(filterBy: { regionCodes: [$code] }) { totalCount } plansWithin: plans(filterBy: { withinRegion: $code }) { totalCount } }`;
      const byName = await api.data(source, { code: reference });
      expect(await api.data(source, { code: region.id })).toEqual(byName);
      expect([byName.region, byName.regions.nodes]).toEqual([{ id: region.id }, [{ id: region.id }]]);
    }
  });

  it('that do not exist are null, and select nothing', async () => {
    for (const code of [
      '',
      '999999',
      '51',
      '%',
      'zone-',
      '511700 ',
      globalId('Region', 1_999_999_999),
      globalId('Region', 9_999_999_999),
    ]) {
      const source = `query ($code: String!) { region(code: $code) { id } regions(filterBy: { codes: [$code] }) { totalCount } within: regions(filterBy: { withinRegion: $code }) { totalCount }
        children: regions(filterBy: { parent: $code }) { totalCount } units(filterBy: { withinRegion: $code }) { totalCount } plans(filterBy: { withinRegion: $code }) { totalCount } tasks(filterBy: { withinRegion: $code }) { totalCount } }`;
      const none = { totalCount: 0 };
      expect([code, await api.data(source, { code })]).toEqual([
        code,
        { region: null, regions: none, within: none, children: none, units: none, plans: none, tasks: none },
      ]);
    }
  });

  it('are filtered by each field, and none by an empty list', async () => {
    const all = (await api.data('{ regions { totalCount } }')).regions.totalCount as number;
    const count = async (filter: string) =>
      (await api.data(`{ regions(filterBy: ${filter}) { totalCount } }`)).regions.totalCount as number;
    expect((await count('{ kinds: [ZONE] }')) + (await count('{ kinds: [DIVISION] }'))).toBe(all);
    expect(await count('{ kinds: [ZONE], levels: [PROVINCE] }')).toBe(0);
    expect(await count('{ codes: ["511700", "511700", "zone-dazhou-gaoxin"] }')).toBe(2);
    for (const filter of ['{ codes: [] }', '{ levels: [] }', '{ kinds: [] }']) expect(await count(filter)).toBe(0);
    expect(await count('{ codes: null, levels: null, kinds: null, text: null, parent: null, withinRegion: null }')).toBe(all);
  });
});

describe('units', () => {
  it('have names that are unique within their region only', async () => {
    const rows = await database.internalReader.rows<{ name: string; regions: number }>(
      'select name, count(*)::int as regions from unit group by name having count(*) > 1 order by 2 desc, 1 limit 1',
    );
    const { units } = await api.data(
      'query ($name: String) { units(first: 100, filterBy: { text: $name }) { nodes { id name region { id } } } }',
      { name: rows[0]!.name },
    );
    const alike = units.nodes.filter(({ name }: Data) => name === rows[0]!.name);
    expect(alike).toHaveLength(rows[0]!.regions);
    expect(new Set(alike.map(({ region }: Data) => region.id)).size).toBe(alike.length);
  });

  it('are found by an alias that a document prints', async () => {
    const rows = await database.internalReader.rows<{ alias: string; name: string }>(
      "select name, alias from unit, unnest(aliases) alias where alias not like '%' || name || '%' and name not like '%' || alias || '%' order by 1, 2 limit 20",
    );
    expect(rows.length).toBeGreaterThan(3);
    for (const { alias, name } of rows) {
      const { units } = await api.data(
        'query ($alias: String) { units(first: 100, filterBy: { text: $alias }) { nodes { name aliases } } }',
        { alias },
      );
      expect(names(units.nodes)).toContain(name);
      for (const unit of units.nodes) expect([unit.name, ...unit.aliases].some((one) => one.includes(alias))).toBe(true);
    }
  });

  it('are filtered by each field, and none by an empty list', async () => {
    const { units: all } = await api.data('{ units { totalCount } }');
    const count = async (filter: string) => (await api.data(`{ units(filterBy: ${filter}) { totalCount } }`)).units.totalCount as number;
    const kinds = [
      'GOVERNMENT',
      'OFFICE',
      'DEPARTMENT',
      'PARTY_ORGAN',
      'VERTICAL_AGENCY',
      'PUBLIC_INSTITUTION',
      'ZONE_COMMITTEE',
      'SUBDISTRICT_OR_TOWNSHIP',
      'OTHER',
    ];
    const byKind = await Promise.all(kinds.map((kind) => count(`{ kinds: [${kind}] }`)));
    expect(byKind.reduce((sum, each) => sum + each)).toBe(all.totalCount);
    expect(await count('{ kinds: [ZONE_COMMITTEE] }')).toBe(8);
    expect(await count('{ regionCodes: ["zone-dazhou-gaoxin"] }')).toBe(1);
    expect(await count('{ functionLines: ["EDUCATION"], regionCodes: ["511700"] }')).toBeGreaterThan(0);
    for (const filter of [
      '{ kinds: [] }',
      '{ regionCodes: [] }',
      '{ functionLines: [] }',
      '{ unitGroupIds: [] }',
      '{ functionLines: ["NOTHING"] }',
    ])
      expect(await count(filter)).toBe(0);
    expect(await count('{ kinds: null, regionCodes: null, functionLines: null, unitGroupIds: null, text: null, withinRegion: null }')).toBe(
      all.totalCount,
    );
  });

  it('say what became of them', async () => {
    const [first, second] = (await database.owner.query<{ id: number; name: string }[]>(
      'select id, name from unit order by id limit 2',
    )) as [Data, Data];
    await database.owner.query(`update unit set successor_id = $2, succession = 'MERGED', valid_to = '2019-03-01' where id = $1`, [
      first.id,
      second.id,
    ]);
    const source = 'query ($id: ID!) { unit(id: $id) { succession validFrom validTo successor { name successor { name } } } }';
    expect((await api.data(source, { id: globalId('Unit', first.id) })).unit).toEqual({
      succession: 'MERGED',
      validFrom: null,
      validTo: '2019-03-01',
      successor: { name: second.name, successor: null },
    });
    await database.owner.query('update unit set successor_id = null, succession = null, valid_to = null where id = $1', [first.id]);
    expect((await api.data(source, { id: globalId('Unit', first.id) })).unit).toEqual({
      succession: null,
      validFrom: null,
      validTo: null,
      successor: null,
    });
  });
});

describe('collectives', () => {
  const members =
    'query ($id: ID!, $asOf: Date) { unitGroup(id: $id) { expression roster rule region { name } members(first: 100, asOf: $asOf) { totalCount nodes { id name } } } }';

  async function groupOf(expression: string): Promise<{ key: number; id: string }> {
    const [row] = await database.internalReader.rows<{ id: number }>('select id from unit_group where expression = $1', [expression]);
    return { key: row!.id, id: globalId('UnitGroup', row!.id) };
  }

  it('have the members of a day', async () => {
    const { key, id } = await groupOf('各县（市、区）人民政府');
    const of = async (asOf: string | null) => names((await api.data(members, { id, asOf })).unitGroup.members.nodes);
    const all = await of(null);
    expect(all).toHaveLength(7);
    const [one] = await database.owner.query<{ unit_id: number; name: string }[]>(
      'select unit_id, name from unit_group_member m join unit u on u.id = m.unit_id where group_id = $1 order by 1 limit 1',
      [key],
    );
    await database.owner.query(
      `update unit_group_member set valid_from = '2010-01-01', valid_to = '2019-12-31' where group_id = $1 and unit_id = $2`,
      [key, one!.unit_id],
    );
    const others = all.filter((name) => name !== one!.name).sort();
    for (const day of ['2009-12-31', '2020-01-01', null]) expect((await of(day)).sort()).toEqual(others);
    for (const day of ['2010-01-01', '2019-12-31', '2015-06-01']) expect((await of(day)).sort()).toEqual([...all].sort());
    await database.owner.query('update unit_group_member set valid_from = null, valid_to = null where group_id = $1 and unit_id = $2', [
      key,
      one!.unit_id,
    ]);
  });

  it('change when somebody comes to be a member, and only then', async () => {
    const { id } = await groupOf('市政府工作部门');
    const dazhou = await database.internalReader.rows<{ id: number }>(`select id from region where code = '511700'`);
    const group = async () =>
      (await api.data('query ($id: ID!) { unitGroup(id: $id) { updatedAt members { totalCount } } }', { id })).unitGroup;
    const refresh = () => database.owner.transaction((manager) => refreshMembers(manager, dazhou[0]!.id));
    const before = await group();
    await refresh();
    expect(await group()).toEqual(before);
    await database.owner.query(
      `insert into unit (region_id, name, canonical_key, kind, source, is_reference, published) values ($1, '市测试局', '测试', 'DEPARTMENT', '测试', true, true)`,
      [dazhou[0]!.id],
    );
    await refresh();
    await database.owner.transaction((manager) => expandObligations(manager, dazhou[0]!.id));
    const after = await group();
    expect(after.members.totalCount).toBe(before.members.totalCount + 1);
    expect(Date.parse(after.updatedAt)).toBeGreaterThan(Date.parse(before.updatedAt));
  });

  it('that nobody can name are known to be open, and have no members', async () => {
    const { id } = await groupOf('市级有关部门（单位）');
    expect((await api.data(members, { id })).unitGroup).toMatchObject({
      roster: 'KNOWN',
      region: { name: '眉山市' },
      members: { totalCount: 0, nodes: [] },
    });
  });

  it('select units by their membership', async () => {
    for (const expression of ['各县（市、区）人民政府', '各乡镇街委', '市政府工作部门']) {
      const { id } = await groupOf(expression);
      const { unitGroup } = await api.data(members, { id });
      const { units } = await api.data('query ($id: ID!) { units(first: 100, filterBy: { unitGroupIds: [$id] }) { nodes { id name } } }', {
        id,
      });
      expect(units.nodes).toEqual(unitGroup.members.nodes);
      expect(units.nodes.length).toBeGreaterThan(5);
    }
  });
});

describe('who bears a task', () => {
  it('is every unit that is named, and with them every member of a collective on the day of the plan', async () => {
    const source = `query ($after: String) { tasks(first: 25, after: $after, filterBy: { withinRegion: "511700" }) { pageInfo { hasNextPage endCursor }
      nodes { id units(first: 60) { totalCount nodes { id } } named: units(first: 60, expanded: false) { nodes { id } }
        responsibilities { id unit { id } group { members(first: 60) { nodes { id } } } } } } }`;
    const internal = new ApiClient(() => database.internalReader);
    for (let after: string | null = null, more = true; more;) {
      const { tasks }: Data = await internal.data(source, { after });
      for (const { units, named, responsibilities } of tasks.nodes) {
        const direct = responsibilities.flatMap(({ unit }: Data) => unit?.id ?? []);
        const through = responsibilities.flatMap(({ group }: Data) => group?.members.nodes.map(({ id }: Data) => id) ?? []);
        expect(named.nodes.map(({ id }: Data) => id)).toEqual([...new Set(direct)]);
        expect(new Set(units.nodes.map(({ id }: Data) => id))).toEqual(new Set([...direct, ...through]));
        expect(units.totalCount).toBe(units.nodes.length);
      }
      ({ hasNextPage: more, endCursor: after } = tasks.pageInfo);
    }
  });

  it('is told from the side of the unit too: every responsibility by name and through each collective', async () => {
    const rows = await database.internalReader.rows<{ unit: number; responsibility: number }>(
      `select unit_id as unit, id as responsibility from responsibility where unit_id is not null
       union select m.unit_id, b.id from responsibility b join unit_group_member m on m.group_id = b.group_id`,
    );
    const wanted = new Map<number, Set<string>>();
    for (const { unit, responsibility } of rows)
      wanted.set(unit, (wanted.get(unit) ?? new Set()).add(globalId('Responsibility', responsibility)));
    expect(wanted.size).toBeGreaterThan(100);
    const busiest = [...wanted].sort(([, a], [, b]) => b.size - a.size);
    for (const [unit, ids] of [...busiest.slice(0, 10), ...busiest.slice(-10), ...busiest.filter((_each, index) => index % 9 === 0)]) {
      const source = 'query ($id: ID!) { unit(id: $id) { responsibilities(first: 100) { totalCount nodes { id } } } }';
      const { responsibilities } = (await api.data(source, { id: globalId('Unit', unit) })).unit;
      expect(new Set(responsibilities.nodes.map(({ id }: Data) => id))).toEqual(ids);
      expect(responsibilities.totalCount).toBe(ids.size);
    }
  });
});
