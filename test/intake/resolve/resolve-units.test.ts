import { resolveUnits, type KnownUnit } from '../../../src/intake/resolve/resolve-units';
import { canonicalUnitKey } from '../../../src/units';

let nextId = 1;

function aUnit(name: string, path: string, regionName: string, aliases: string[] = []): KnownUnit {
  const regionId = Number(path.split('/').at(-2));
  return { id: nextId++, regionId, path, name, aliases, canonicalKey: canonicalUnitKey(name, regionName) };
}

const city = { id: 2, name: '石家庄市', path: '/1/2/' };
const units = [
  aUnit('市教育局', '/1/2/', '石家庄市'),
  aUnit('市发展改革委', '/1/2/', '石家庄市'),
  aUnit('新华区人民政府', '/1/2/21/', '新华区'),
  aUnit('新华区人民政府', '/1/3/31/', '新华区'),
  aUnit('城关镇人民政府', '/1/2/21/211/', '城关镇', ['城关镇']),
  aUnit('城关镇人民政府', '/1/2/22/221/', '城关镇', ['城关镇']),
  aUnit('桥西区人民政府', '/1/3/32/', '桥西区'),
];

const resolve = (...names: string[]) => resolveUnits(names, city, units);

describe('names in the documents of a region', () => {
  it('mean a body of the region itself, by name or by another form of it', () => {
    const { known, created } = resolve('市教育局', '发展和改革委员会', '石家庄市教育局');
    expect([...known].map(([name, unit]) => [name, unit.name])).toEqual([
      ['市教育局', '市教育局'],
      ['发展和改革委员会', '市发展改革委'],
      ['石家庄市教育局', '市教育局'],
    ]);
    expect(created.size).toBe(0);
  });

  it('mean the body below it where that bears the name in full', () => {
    expect(resolve('新华区人民政府').known.get('新华区人民政府')?.path).toBe('/1/2/21/');
  });

  it('mean the nearest body elsewhere where none below has the name', () => {
    expect(resolve('桥西区人民政府').known.get('桥西区人民政府')?.path).toBe('/1/3/32/');
  });

  it('are doubtful where several equally near bodies bear them', () => {
    const { known, ambiguous } = resolve('城关镇');
    expect(known.size).toBe(0);
    expect(ambiguous.map(({ name, candidates }) => [name, candidates.length])).toEqual([['城关镇', 2]]);
  });

  it('make one new unit of all forms of one unknown name, called by the form that shows its level', () => {
    const { created } = resolve('住建局', '市住房和城乡建设局', '市住建局', '市住建局');
    expect(new Set(created.values()).size).toBe(1);
    expect(created.get('住建局')).toMatchObject({ name: '市住建局', aliases: expect.arrayContaining(['住建局', '市住房和城乡建设局']) });
  });
});
