import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { packageRoot } from '../../platform/package-root';
import type { UnitKind } from '../unit.enums';

/** A unit of the reference data, as a plain row. */
export interface SeedUnit {
  regionStableId: string;
  name: string;
  kind: UnitKind;
  functionLine: string | null;
  aliases: string[];
  source: string;
  /** ISO date: the state of the source. */
  sourceDate: string;
}

/** What the rule needs to know of a region. */
interface GovernedRegion {
  stableId: string;
  name: string;
  level: 'NATION' | 'PROVINCE' | 'PREFECTURE' | 'COUNTY' | 'TOWNSHIP';
  kind: 'DIVISION' | 'ZONE';
  sourceDate: string;
}

const committeeFile = z.object({
  committees: z.array(
    z.object({
      zone: z.string(),
      name: z.string().min(1),
      aliases: z.array(z.string().min(1)),
      printedIn: z.string(),
      documentNumber: z.string(),
      sourceDate: z.iso.date(),
    }),
  ),
});

/** 台湾, 香港, 澳门 and 金门县: listed as divisions, but without a government of the kind that the rule derives. */
const WITHOUT_GOVERNMENT = /^(?:71|81|82|350527)/;

/** Its ending by the sort of division: 地区 and 盟 have an administrative office (行政公署) of the province in its place. */
function governmentOf({ name, level }: GovernedRegion): Pick<SeedUnit, 'name' | 'kind' | 'aliases'> {
  if (level === 'NATION') return { name: '国务院', kind: 'GOVERNMENT', aliases: ['中华人民共和国国务院', '中央人民政府'] };
  if (level === 'TOWNSHIP' && name.endsWith('街道')) {
    return { name: `${name}办事处`, kind: 'SUBDISTRICT_OR_TOWNSHIP', aliases: [`${name}办`, name] };
  }
  if (level === 'TOWNSHIP') return { name: `${name}人民政府`, kind: 'SUBDISTRICT_OR_TOWNSHIP', aliases: [`${name}政府`, name] };
  if (/(?:地区|盟)$/u.test(name)) return { name: `${name}行政公署`, kind: 'GOVERNMENT', aliases: [`${name}行署`] };
  return { name: `${name}人民政府`, kind: 'GOVERNMENT', aliases: [`${name}政府`] };
}

function governments(regions: readonly GovernedRegion[]): SeedUnit[] {
  return regions
    .filter((region) => region.kind === 'DIVISION' && !WITHOUT_GOVERNMENT.test(region.stableId))
    .map((region) => ({
      regionStableId: region.stableId,
      ...governmentOf(region),
      functionLine: null,
      source: `按规则由行政区划推定 (derived by rule from division ${region.stableId})`,
      sourceDate: region.sourceDate,
    }));
}

function zoneCommittees(regions: readonly GovernedRegion[]): SeedUnit[] {
  const text = readFileSync(join(packageRoot(), 'seeds', 'units', 'zone-committees.json'), 'utf8');
  const zones = new Set(regions.filter(({ kind }) => kind === 'ZONE').map(({ stableId }) => stableId));
  return committeeFile
    .parse(JSON.parse(text))
    .committees.filter(({ zone }) => zones.has(zone))
    .map(({ zone, name, aliases, printedIn, documentNumber, sourceDate }) => ({
      regionStableId: zone,
      name,
      kind: 'ZONE_COMMITTEE',
      functionLine: null,
      aliases,
      source: `${documentNumber} (seeds/documents/${printedIn})`,
      sourceDate,
    }));
}

/** The governments of all divisions, by rule, and the committees of the zones. Departments come from the documents. */
export function readSeedUnits(regions: readonly GovernedRegion[]): SeedUnit[] {
  return [...governments(regions), ...zoneCommittees(regions)];
}
