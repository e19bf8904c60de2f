import { RegionKind, RegionLevel } from '../../regions';
import type { Dataset } from './field';
import { ownId, updatedAt } from './shared-fields';

export const regions: Dataset = {
  name: 'regions',
  title: ['区域', 'Regions'],
  description: ['行政区划与功能区。', 'Administrative divisions and functional zones.'],
  source: 'region r left join region above on above.id = r.parent_id order by r.id',
  fields: [
    ownId('Region', 'r.id', 'UmVnaW9uOjE'),
    {
      name: 'stableId',
      type: 'text',
      column: 'r.stable_id',
      title: ['稳定标识', 'Stable id'],
      description: [
        '区划为其代码，功能区为本站所定标识；凡用区域代码处均可用。',
        'The code of a division, an id of our own for a zone; works wherever a region code does.',
      ],
      example: '511700',
    },
    {
      name: 'code',
      type: 'text',
      column: 'r.code',
      title: ['行政区划代码', 'Code'],
      description: ['GB/T 2260 代码，县级以上六位，乡级九位。', 'GB/T 2260 code: six digits down to the county, nine for a township.'],
      absent: ['功能区，没有代码', 'a zone, which has none'],
      example: '511700',
    },
    {
      name: 'name',
      type: 'text',
      column: 'r.name',
      title: ['名称', 'Name'],
      description: ['官方名录中的名称。', 'Name as in the official list.'],
      example: '达州市',
    },
    {
      name: 'level',
      type: 'text',
      column: 'r.level',
      values: RegionLevel,
      title: ['层级', 'Level'],
      description: [
        '行政层级；功能区为其在所属区域中的层级。',
        'Administrative level; a zone has the level at which it stands in its host.',
      ],
      example: 'PREFECTURE',
    },
    {
      name: 'kind',
      type: 'text',
      column: 'r.kind',
      values: RegionKind,
      title: ['类别', 'Kind'],
      description: ['行政区划或功能区。', 'Division or zone.'],
      example: 'DIVISION',
    },
    {
      name: 'parentCode',
      type: 'text',
      column: 'above.stable_id',
      refersTo: { dataset: 'regions', field: 'stableId' },
      title: ['上级区域', 'Parent'],
      description: ['上级区域（功能区为其所属区域）的稳定标识。', 'Stable id of the region above, or of the host of a zone.'],
      absent: ['最高一级', 'the top'],
      example: '510000',
    },
    {
      name: 'source',
      type: 'text',
      column: 'r.source',
      title: ['来源', 'Source'],
      description: ['本条记录的来源。', 'Where the record comes from.'],
      example: '民政部行政区划代码',
    },
    {
      name: 'sourceDate',
      type: 'date',
      column: 'r.source_date',
      title: ['来源日期', 'Source date'],
      description: ['来源资料的时点。', 'State of the source.'],
      example: '2023-12-31',
    },
    updatedAt('r.updated_at'),
  ],
};
