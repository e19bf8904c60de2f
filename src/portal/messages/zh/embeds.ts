export const embeds = {
  drawer: '嵌入到网页',
  drawerText:
    '把下面这一行放进网页，就会显示这里的摘要和最新数字。不设Cookie，不载入脚本；明暗随读者的系统，也可以在地址后加 theme=light 或 theme=dark 固定。',
  preview: '先看效果',
  copy: '复制代码',
  more: '在“公开”查看全文',
  gone: '这条记录现在不公开，或地址有误。',
  areas: '各工作方面的任务',
  columns: { area: '工作方面', tasks: '任务', dated: '写明日期', completed: '已完成', overdue: '逾期' },
  noArea: '未分方面',
  unitsOf: (count: number) => `${count}个单位`,
  next: '下一个期限',
};
