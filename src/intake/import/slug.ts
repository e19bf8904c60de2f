import { pinyin } from 'pinyin-pro';
import type { EntityManager } from 'typeorm';
import { Plan } from '../../plans';
import type { Region } from '../../regions';
import type { PlanReading } from '../reading';

/** A readable, lasting name for a plan's page, such as dazhou-2023-key-points; numbered where another plan has it. */
export async function freeSlug(manager: EntityManager, region: Region, reading: PlanReading): Promise<string> {
  const place = romanised(region.name) || region.stableId.toLowerCase();
  const stem = [place, reading.year, reading.kind === 'OTHER' ? 'plan' : reading.kind.toLowerCase().replaceAll('_', '-')]
    .filter(Boolean)
    .join('-');
  const taken = new Set(
    (
      await manager
        .createQueryBuilder(Plan, 'p')
        .select('p.slug')
        .where('p.slug = :stem or p.slug like :numbered', { stem, numbered: `${stem}-%` })
        .getMany()
    ).map(({ slug }) => slug),
  );
  if (!taken.has(stem)) return stem;
  for (let number = 2; ; number += 1) if (!taken.has(`${stem}-${number}`)) return `${stem}-${number}`;
}

/** 达州市 → dazhou: the name without its class word. */
function romanised(name: string): string {
  const bare = name.length > 2 ? name.replace(/(?:省|市|区|县|州|盟|旗|乡|镇|街道)$/u, '') : name;
  return pinyin(bare, { toneType: 'none', type: 'array' })
    .join('')
    .toLowerCase()
    .replace(/ü/g, 'v')
    .replace(/[^a-z0-9]/g, '');
}
