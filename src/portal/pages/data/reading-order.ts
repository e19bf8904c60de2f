import { datasets, type Dataset } from '../../../open-data';

/** Whom and where the other tables are about. */
const isBackground = ({ name }: Dataset) => name === 'units' || name === 'regions';

/** The tables as a reader meets them: plans and what is in them first. */
export const readingOrder: readonly Dataset[] = [
  ...datasets.filter((each) => !isBackground(each)),
  ...datasets.filter(isBackground).toReversed(),
];
