import { startTestServer } from './test-server';

const example = {
  name: '例 `${x}`',
  query: 'query ($n: Int) { items(first: $n) { totalCount } } # </script> `${y}`',
  variables: '{ "n": 3 }',
};

interface IdeOptions {
  endpointURL: string;
  initialWindows: { initialName: string; initialQuery: string; endpointURL: string; initialVariables?: string }[];
}

describe('the IDE', () => {
  test('loads everything from here, and no script from the page itself', async () => {
    const { app } = await startTestServer({ exploreExamples: [example] });
    const page = (await app.inject('/explore')).body;
    expect(page).not.toMatch(/(src|href)="(https?:)?\/\//);
    expect(page).not.toMatch(/<script(?![^>]* src=)/);
    expect(page).toContain('<base href="/explore/">');
    const files = [...page.matchAll(/(?:src|href)="([\w./-]+\.\w+)"/g)].map(([, file]) => `/explore/${file}`);
    expect(files.length).toBeGreaterThan(5);
    for (const file of files) expect([file, (await app.inject(file)).statusCode]).toEqual([file, 200]);
    await app.close();
  });

  test('offers both endpoints and the examples, at the address and in the language that the reader came by', async () => {
    const { app } = await startTestServer({ exploreExamples: [example] });
    const script = (await app.inject('/explore/options.js')).body;
    let options: IdeOptions | undefined;
    const altair = { init: (given: IdeOptions) => (options = given) };
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the script is meant to be run
    const run = new Function('AltairGraphQL', 'location', 'navigator', script) as (...given: unknown[]) => void;
    run(altair, { origin: 'http://here' }, { language: 'zh-TW' });
    expect(options?.endpointURL).toBe('http://here/public/graphql');
    expect(JSON.stringify(options)).toContain('"language":"zh-CN"');
    expect(options?.initialWindows.map(({ endpointURL }) => endpointURL).sort()).toEqual([
      'http://here/graphql',
      'http://here/public/graphql',
    ]);
    expect(options?.initialWindows).toContainEqual({
      initialName: example.name,
      initialQuery: example.query,
      initialVariables: example.variables,
      endpointURL: 'http://here/public/graphql',
    });
    await app.close();
  });
});
