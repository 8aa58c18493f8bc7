"""Zusagen: what was promised, to whom, due when, and what became of it?"""

from ui import exhibits, widgets

widgets.head("commitments")
view = widgets.view()
widgets.part(exhibits.COMMITMENTS, view)
widgets.part(exhibits.DUE_DATES, view)
widgets.part(exhibits.QUESTIONS, view)
widgets.part(exhibits.ASSESSMENTS, view)
