"""Stellen verteilen: what would each place get if posts were shared out by the persons counted there?"""

from ui import widgets
from ui.uploads import counted
from ui.widgets import allocation, allocation_inputs

widgets.head("allocation")
view = widgets.view()
allocation.answer(allocation_inputs.pick(view, counted.dropped), view)
