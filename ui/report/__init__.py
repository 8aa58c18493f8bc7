"""Reports to take away as PDF: a place, a comparison, a theme, several places, an annex to an agenda."""

from ui.report.contents import annex, of_comparison, of_place, of_places, of_theme
from ui.report.printing import pdf

__all__ = ["annex", "of_comparison", "of_place", "of_places", "of_theme", "pdf"]
