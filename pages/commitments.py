"""Zusagen: what was promised, to whom, due when, and what became of it?"""

from kim.answers.finding import finding
from ui import exhibits, widgets
from ui.uploads import keeping
from ui.widgets import take_away

widgets.head("commitments")
view = widgets.view()
widgets.finding(finding("commitments", view))
party = widgets.pick_party(view)
widgets.exhibit(exhibits.COMMITMENTS, view, party)
widgets.folds("teil", (exhibits.QUESTIONS, exhibits.ASSESSMENTS), view)
keeping.offer(view)
widgets.subscribe(view)
take_away.annex(party, view)
