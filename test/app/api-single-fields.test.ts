import { schemas } from '../../src/app/schema';
import { useTestDatabase } from '../support/database';
import { answer, type Data } from '../support/query';
import { fieldsBelow } from '../support/schema-walk';

const database = useTestDatabase({ seeded: true });

/** Where records come along with a list, from the list down. */
const places: readonly [list: string, below: readonly string[], type: string][] = [
  ['tasks', [], 'Task'],
  ['tasks', ['plan'], 'Plan'],
  ['tasks', ['plan', 'region'], 'Region'],
  ['tasks', ['category'], 'Category'],
  ['plans', [], 'Plan'],
  ['plans', ['region'], 'Region'],
  ['units', [], 'Unit'],
  ['units', ['region'], 'Region'],
  ['regions', [], 'Region'],
  ['obligations', [], 'Obligation'],
  ['obligations', ['unit'], 'Unit'],
  ['obligations', ['unit', 'region'], 'Region'],
];

// Columns that nobody asks for are not read: what a field needs must be read when it stands alone.
test.each(places)('a field of %s %j says the same alone as beside all others', async (list, below, type) => {
  const fields = fieldsBelow(schemas().internal, type);
  const nodes = async (selection: string): Promise<Data[]> => {
    const inner = below.reduceRight((so, name) => `${name} { ${so} }`, selection);
    const { [list]: page } = await answer(database.internalReader, `{ ${list}(first: 4) { nodes { ${inner} } } }`);
    // Figures are of the moment they were counted.
    const still = JSON.parse(JSON.stringify(page.nodes).replace(/"asOf":"[^"]+"/gu, '"asOf":"now"')) as Data[];
    return still.map((node) => below.reduce((record, name) => record[name], node));
  };
  const together = await nodes(fields.map(([, selection]) => selection).join(' '));
  expect(together).toHaveLength(4);
  for (const [name, selection] of fields) {
    const alone = await nodes(selection);
    expect(alone).toEqual(together.map((record) => ({ [name]: record[name] })));
  }
});
