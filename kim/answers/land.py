"""What can be said of all districts and independent cities at once: one class for each, and a finding."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import pandas as pd

from kim import coverage, german, queries
from kim.answers.answer import Answer, Level, Value
from kim.answers.asking import answers_of
from kim.answers.comparison import PerHead, shares
from kim.answers.finding import finding, is_known
from kim.answers.measures import EVALUATED, IN_TOWNS, NOTHING, UNSURE, Classed, Measure
from kim.answers.places import region
from kim.answers.questions import BY_ID
from kim.answers.searched import searched
from kim.dates import days
from kim.facts import records
from kim.queries import View
from kim.texts import text
from kim.view import KEY_OF_DISTRICT, KEY_OF_MUNICIPALITY

DISTRICTS = ("district", "independent_city")
CLASS_OF_KIND = {"welfare_association": "free", "district": "public", "municipality": "public"}
FEW, SOME = 2, 5
MOST_NAMED = 3
OLD, RECENT = 2021, 2023


def districts() -> tuple[str, ...]:
    """The keys of all districts and independent cities, in their fixed order."""
    return tuple(each["ags"] for each in records(queries.places()) if each["kind"] in DISTRICTS)


def classed(measure: Measure, view: View) -> tuple[Classed, ...]:
    """The class of every district and independent city; of what nobody says, "nothing"."""
    places, names = districts(), queries.place_names()
    answered = answers_of(places, view)
    found = MEASURED[measure](answered, view)
    in_towns = _in_towns(measure, view)
    return tuple(
        Classed(place, names[place], *_with_towns(found[place], in_towns.get(place, [])))
        for place in places
    )


def overview_finding(view: View, counts: pd.DataFrame, own: str | None = None) -> tuple[str, ...]:
    """The own place (AGS), or else the chosen ones, and of how many districts something, a number and a share is found.

    The numbers of more than MOST_NAMED chosen places stand on their cards only.
    `counts`: rows of coverage.by_district, municipalities counted with their district.
    """
    answered = answers_of(districts(), view)
    posts = {place: each["case_management_posts"] for place, each in answered.items()}
    numbers = {
        "known": int((coverage.districts(counts)["facts"] > 0).sum()),
        "all": len(answered),
        "numbered": sum(bool(each.values) for each in posts.values()),
        "shared": sum(isinstance(each, PerHead) for each in shares(posts, view).values()),
    }
    land = text("finding.land", **numbers)
    if own:
        return (*finding("positions", replace(view, regions=(own,))), land)
    if not view.regions:
        return (land,)
    said = 1 if len(view.regions) > MOST_NAMED else 2
    return (land, *finding("positions", view)[:said])


def documents_finding(view: View) -> tuple[str, ...]:
    """How many facts rest on how many documents, how many of them were read in full; of those the chosen places."""
    found = queries.documents(view.known_on)
    used = found[found["facts"] > 0]
    sums = used[["facts", "figures", "read_from_text", "proven"]].sum()
    counts = {"facts": int(sums["facts"]), "documents": len(used), "all": len(found)}
    said = [text("finding.documents", **counts, **_checked(sums["read_from_text"], sums["proven"]))]
    if sums["figures"]:
        said.append(text("finding.documents_figures", number=int(sums["figures"])))
    if view.regions:
        facts, read, proven = queries.proven_facts(view)
        of_one = len(view.regions) == 1
        whose = region(view.regions[0]).of if of_one else text("finding.chosen_places")
        said.append(
            text("finding.documents_of", facts=facts, whose=whose, **_checked(read, proven))
        )
    return tuple(said)


def _checked(read: int, proven: int) -> dict[str, str]:
    """How many are of documents read in full, and how many their texts confirm where texts are at hand."""
    key = "documents_all_proven" if proven == read else "documents_proven"
    confirmed = text(f"finding.{key}", proven=german.number(int(proven)))
    return {"read": german.number(int(read)), "proven": confirmed if proven else ""}


def known_of_towns(questions: Sequence[str], view: View) -> frozenset[str]:
    """The keys of the districts of whose towns one of these questions (by id) is answered."""
    answered = answers_of(_towns(view), view, tuple(BY_ID[each] for each in questions))
    known = (town for town, answers in answered.items() if any(map(is_known, answers.values())))
    return frozenset(town[:KEY_OF_DISTRICT] for town in known)


Classes = tuple[str, str, str, float | None]
Found = dict[str, Classes]
Answered = Mapping[str, Mapping[str, Answer]]


def _in_towns(measure: Measure, view: View) -> dict[str, list[str]]:
    """By district what is found of its towns, in sentences that name them."""
    names, said = queries.place_names(), dict[str, list[str]]()
    answered = answers_of(_towns(view), view)
    for town, found in MEASURED[measure](answered, view).items():
        of_class, sentence = found[0], found[2]
        if of_class != NOTHING:
            named = sentence if names[town] in sentence else f"{names[town]}: {sentence}"
            said.setdefault(town[:KEY_OF_DISTRICT], []).append(named)
    return said


def _towns(view: View) -> tuple[str, ...]:
    """The towns of which a document was read."""
    read = sorted(set(queries.read_documents(view.known_on)["region"]))
    return tuple(each for each in read if len(each) == KEY_OF_MUNICIPALITY)


def _with_towns(found: Classes, towns: Sequence[str]) -> Classes:
    """A district of which nothing itself is found, but of its towns; what these say is not its own."""
    if found[0] != NOTHING or not towns:
        return found
    return (IN_TOWNS, "", " ".join((found[2], *towns)), *found[3:])


def _posts(answered: Answered, view: View) -> Found:
    posts = {place: answers["case_management_posts"] for place, answers in answered.items()}
    found = shares(posts, view)
    return {place: _share(answer, found[place]) for place, answer in posts.items()}


def _share(answer: Answer, share: object) -> tuple[str, str, str, float | None]:
    if not is_known(answer):
        return NOTHING, "", answer.brief, None
    if not isinstance(share, PerHead) or share.unit != "posts":
        return "not_comparable", "x", answer.brief, None
    number = german.number(round(share.number, 1))
    of_class = "few" if share.number <= FEW else "some" if share.number <= SOME else "many"
    return of_class, number if share.is_sure else f"({number})", answer.brief, share.number


def _evaluation(answered: Answered, _: View) -> Found:
    found: Found = {}
    for place, answers in answered.items():
        answer = answers["evaluation"]
        own = [each for each in answer.values if each.level is Level.OWN and each.subject != "land"]
        own.sort(key=lambda each: EVALUATED.index(each.state))
        state = own[0].state if own else NOTHING
        found[place] = (state, _sign(own[:1]), answer.brief, None)
    return found


def _carriers(answered: Answered, _: View) -> Found:
    slugs = queries.organisations()
    kinds = {slugs[slug]: kind for slug, kind in queries.organisation_kinds().items()}
    found: Found = {}
    for place, answers in answered.items():
        told = answers["carries_out"]
        named = {CLASS_OF_KIND.get(kinds[each.organisation], "both") for each in told.values}
        of_class = NOTHING if not named else named.pop() if len(named) == 1 else "both"
        found[place] = (of_class, _sign(told.values), told.brief, None)
    return found


def _sign(values: Sequence[Value]) -> str:
    """Parentheses on a tile where nothing that is told was read from the full text as the paper says it."""
    is_sure = any(each.is_sure and each.basis == german.STATED for each in values)
    return UNSURE if values and not is_sure else ""


def _papers(answered: Answered, view: View) -> Found:
    return {place: _newest(place, view) for place in answered}


def _newest(place: str, view: View) -> tuple[str, str, str, float | None]:
    looked = searched(place, view)
    if not looked.documents:
        return NOTHING, "", looked.words, None
    found = days(looked.until) if looked.until else None
    last = found and (found.last or found.first)
    if not last:
        return "undated", "", looked.words, None
    of_class = "old" if last.year <= OLD else "recent" if last.year <= RECENT else "new"
    return of_class, str(last.year), looked.words, None


MEASURED: Mapping[Measure, Callable[[Answered, View], Found]] = {
    Measure.POSTS: _posts,
    Measure.EVALUATION: _evaluation,
    Measure.CARRIERS: _carriers,
    Measure.PAPERS: _papers,
}
