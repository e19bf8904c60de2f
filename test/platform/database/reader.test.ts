import { useTestDatabase } from '../../support/database';

const database = useTestDatabase();

test('days are text, large numbers are not rounded, instants are dates', async () => {
  const [row] = await database.publicReader.rows(
    `select '2023-08-31'::date as day, array['2023-08-31'::date] as days, 42::int8 as small, 9007199254740993::int8 as large,
            array[1, null]::int8[] as list, count(*) as rows, '2023-08-31T00:00:00Z'::timestamptz as instant from (values (1)) v`,
  );
  expect(row).toEqual({
    day: '2023-08-31',
    days: ['2023-08-31'],
    small: 42,
    large: '9007199254740993',
    list: [1, null],
    rows: 1,
    instant: new Date('2023-08-31T00:00:00Z'),
  });
});

test('the owner reads days as text too', async () => {
  expect(await database.owner.query(`select '2023-08-31'::date as day`)).toEqual([{ day: '2023-08-31' }]);
});

test('Chinese sorts by pinyin and is text to regular expressions', async () => {
  const names = await database.publicReader.rows<{ name: string }>(
    `select name from unnest(array['重庆','北京','安徽','广东']) name order by name`,
  );
  expect(names.map((row) => row.name)).toEqual(['安徽', '北京', '重庆', '广东']);
  expect(await database.publicReader.rows(`select '政务' ~ '^\\w+$' as word`)).toEqual([{ word: true }]);
});
