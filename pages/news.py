"""Was ist neu: what happened between two days, and what came to be known between two days?"""

from ui import widgets
from ui.widgets import news

widgets.head("news")
view = widgets.view()
if view.regions:
    way = news.pick_way()
    span = news.pick_days(way, view)
    widgets.finding(news.sentences(way, view, span))
    news.show(way, view, span, widgets.own_among_others(view))
    widgets.subscribe(view)
else:
    news.without_place()
