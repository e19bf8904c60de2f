import type { ScopeRegion } from './known-unit';

const shortForms: readonly (readonly [RegExp, string])[] = [
  [/高新(?:技术)?(?:产业)?(?:开发|园)?区/u, '高新区'],
  [/经济(?:技术)?开发区/u, '经开区'],
  [/(?:工业|产业)(?:集中|开发)区/u, '工业园区'],
];

/** What tells a functional zone from others around its host: without its committee, its host and the long words of its kind. */
function zoneKey(name: string, host: string | null): string {
  let key = name.replace(/\s/gu, '').replace(/(?:管理委员会|管委会|管理委)$/u, '');
  for (const [form, short] of shortForms) key = key.replace(form, short);
  return withoutHost(key, host);
}

function withoutHost(key: string, host: string | null): string {
  if (host === null) return key;
  const bare = host.length > 2 ? host.slice(0, -1) : host;
  for (const prefix of [host, bare, host.at(-1)!])
    if (key.startsWith(prefix) && key.length > prefix.length + 1) return key.slice(prefix.length);
  return key;
}

/** The zones of which a name may be the committee's: the same key, whatever form of the host's name stands before it. */
export function zonesNamed(name: string, zones: readonly ScopeRegion[], hostOf: (zone: ScopeRegion) => string | null): ScopeRegion[] {
  return zones.filter((zone) => {
    const host = hostOf(zone);
    return [zone.name, ...zone.aliases].some((form) => zoneKey(form, host) === zoneKey(name, host));
  });
}
