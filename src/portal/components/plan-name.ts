/** A plan's title with its region before it, where the title does not itself begin with that. */
export function planName({ title, region }: { title: string; region: { name: string } }): string {
  return title.startsWith(region.name) ? title : `${region.name} ${title}`;
}
