"""Who may do what: roles, regions, and the error that names the missing right."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a login may do; each role includes reading."""

    READER = "reader"
    EDITOR = "editor"
    REVIEWER = "reviewer"


class NotAllowedError(PermissionError):
    """The actor lacks the right; the message is a German sentence for the screen."""


@dataclass(frozen=True)
class Actor:
    """Who acts: the subject of the login, its roles, the regions an editor may write (None: all).

    A region stands for itself and for everything inside it: 05566 also for 05566076.
    """

    subject: str
    roles: frozenset[Role]
    regions: frozenset[str] | None = None

    def require(self, role: Role) -> None:
        """Raise NotAllowedError unless the actor has the role."""
        if role not in self.roles:
            raise NotAllowedError(REFUSALS[role])

    def require_regions(self, regions: Iterable[str]) -> None:
        """Raise NotAllowedError unless the actor may write all these regions."""
        foreign = sorted(region for region in regions if not self.may_write(region))
        if foreign:
            raise NotAllowedError(FOREIGN_REGIONS.format(regions=", ".join(foreign)))

    def may_write(self, region: str) -> bool:
        """Whether the region is one of the actor's or lies inside one."""
        return self.regions is None or any(region.startswith(each) for each in self.regions)


REFUSALS = {
    Role.READER: "Dafür müssen Sie angemeldet sein.",
    Role.EDITOR: "Dafür brauchen Sie das Recht zum Bearbeiten. Fragen Sie die Stelle, die dieses Angebot betreibt.",
    Role.REVIEWER: "Dafür brauchen Sie das Recht zum Freigeben. Fragen Sie die Stelle, die dieses Angebot betreibt.",
}
FOREIGN_REGIONS = "Für diese Orte dürfen Sie nichts ändern: {regions}. Nehmen Sie die Zeilen aus der Datei."
