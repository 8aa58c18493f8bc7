"""Impressum: who runs this site?"""

from kim.settings import settings
from ui import widgets

widgets.head("imprint")
widgets.text_of_operator(settings().imprint, "KIM_IMPRINT")
