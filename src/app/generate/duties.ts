import { Random } from './random';
import { actions, endings, promises, workAreas } from './vocabulary';

/** What all plans of one year draw from: lower levels take up the duties of the higher ones, word for word or adapted. */
export interface Duty {
  area: string;
  category: string;
  departments: readonly string[];
  action: string;
  subject: string;
  ending: string;
  promise: (typeof promises)[number] | null;
}

/** The duties of a year, in the order in which every plan of that year prints them. */
export function dutiesOf(seed: string, year: number): Duty[] {
  const random = new Random(`${seed}/duties/${year}`);
  return workAreas.flatMap(({ title: area, categories }) =>
    categories.flatMap(({ title: category, subjects, departments }) =>
      subjects.flatMap((subject) =>
        random.someOf(actions, 2).map((action) => ({
          area,
          category,
          departments,
          action,
          subject,
          ending: random.oneOf(endings),
          promise: random.inPercent(18) ? random.oneOf(promises) : null,
        })),
      ),
    ),
  );
}
