import type { View } from './view';

interface RegionFilter {
  withinRegion?: string | null;
  regionCodes?: readonly string[] | null;
}

/** A filter for a region and all below it; for the region itself alone where the address says `own=1`, as files of one region's page do. */
export function ownRegion<Filter extends RegionFilter>(view: View, filter: Filter): Filter {
  const { withinRegion } = filter;
  if (view.asked('own') !== '1' || withinRegion == null) return filter;
  return { ...filter, withinRegion: null, regionCodes: [withinRegion] };
}
