/**
 * A unit's name with its place: documents print 市教育局, and readers from elsewhere need 达州市教育局. A name that already says where it
 * belongs, or does not begin with the kind of its region, stays as it is.
 */
export function fullName(unit: { name: string; region: { name: string } }): string {
  const kind = unit.region.name.at(-1)!;
  return '省市州县区旗'.includes(kind) && unit.name.startsWith(kind) ? `${unit.region.name}${unit.name.slice(1)}` : unit.name;
}
