// Made by `python -m generator.render.messages` out of the translations: edit those.
export default {
 "not said": "未说明",
 "all": "全部",
 "This list goes over several pages: filter and order concern this one.": "此列表分多页：筛选和排序仅作用于本页。",
 "Search all of them": "搜索全部",
 "Sort by": "排序",
 "as listed": "原有顺序",
 "Show all": "显示全部",
 "Filter and sort this list": "筛选和排序此列表",
 "Contains": "包含",
 "{shown} of {count} shown": "显示{shown}项，共{count}项",
 "Nothing here matches. Show all, or choose something else.": "没有匹配项。请显示全部，或另作选择。",
 "Search": "搜索",
 "Search articles and topics": "搜索文章和话题",
 "Close": "关闭",
 "Results": "结果",
 "Topics": "话题",
 "Sources": "来源",
 "Months": "月份",
 "Kinds": "类型",
 "Stories": "事件",
 "Languages": "语言",
 "Articles": "文章",
 "Story": "事件",
 "Topic": "话题",
 "Narrow down": "筛选",
 "Narrow down ({count})": "筛选（{count}）",
 "Clear all choices": "清除所有选择",
 "All {count}": "全部{count}项",
 "First {shown} of {count}": "{count}项中的前{shown}项",
 "relevance": "相关度",
 "newest first": "最新在前",
 "{count} result": {
  "other": "{count}条结果"
 },
 "Show {count} more": "再显示{count}条",
 "{count} more of this story": {
  "other": "此事件另有{count}篇"
 },
 "Searching…": "正在搜索……",
 "Still searching: the network is slow.": "仍在搜索：网络较慢。",
 "{count} page can be searched": {
  "other": "可搜索{count}个页面"
 },
 "Recent searches": "最近的搜索",
 "Kept in this browser only.": "仅保存在本浏览器中。",
 "Forget them": "清除记录",
 "Topics to begin with": "可从这些话题开始",
 "No results": "没有结果",
 "Did you mean {words}?": "您是要找{words}吗？",
 "Try fewer or other words: each of them has to be in a result, in this form or a longer one.": "请减少或更换词语：结果中须包含每个词（或其更长的形式）。",
 "Or take away what you have narrowed down to.": "或取消筛选条件。",
 "Search does not answer": "搜索没有响应",
 "Its index could not be fetched: the network is away, or the site was built without it. Topics, sources and the archive list every article.": "无法获取搜索索引：网络不通，或网站构建时未包含索引。话题、来源和档案列有全部文章。",
 "Try again": "重试",
 "{count} article": {
  "other": "{count}篇文章"
 },
 "also written {names}": "亦作{names}",
 "“{name}”": "“{name}”",
 "last seen {date}": "最近出现于{date}",
 "through the results": "浏览结果",
 "opens": "打开",
 "closes": "关闭",
 "has grown": "有新增报道",
 "new": "新",
 "{count} new since your last visit": {
  "other": "上次访问后新增{count}项"
 }
};
