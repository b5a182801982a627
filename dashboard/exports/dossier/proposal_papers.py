"""What goes to the authority that commends: the proposal, its lists, summaries, the draft decision."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dashboard.exports.dossier import dossier_lists, vote_papers
from dashboard.exports.dossier import dossier_words as words
from dashboard.exports.dossier.deeds_of import deeds
from dashboard.exports.dossier.dossier_case import Case
from dashboard.exports.dossier.draft_papers import Draft, draft
from dashboard.exports.paper.contents import (
    Annex,
    Block,
    Centred,
    Heading,
    Issuer,
    Item,
    Signature,
    Text,
)
from dashboard.exports.paper.written_tables import UPRIGHT
from dashboard.exports.report.order import place_name


def proposal(case: Case) -> Iterator[Draft]:
    """Tờ trình: how it was considered, how many are proposed, what is asked; the lists as its annexes."""
    issued = case.secretariat("TTr")
    body = issued.office.body
    blocks: list[Block] = [
        *(Text(case.fill(one, body=body)) for one in words.PROPOSAL_TEXTS),
        Heading(words.PROPOSAL_PROCESS),
        *(Text(case.fill(one)) for one in words.PROCESS),
        *vote_papers.left_out(case),
        *vote_papers.open_points(case),
        Heading(words.PROPOSAL_NUMBERS),
        Text(_numbers(case)),
        *([dossier_lists.by_form(case)] if case.forms else []),
        Heading(words.PROPOSAL_WISH),
        Text(words.WITH),
        Text(case.fill(words.WISH, body=body)),
    ]
    owner = case.material.standing.plan.owner
    yield draft(
        case,
        "proposal",
        issued,
        words.PROPOSAL,
        words.PROPOSAL_ABOUT,
        blocks,
        addressees=(owner,),
        annexes=_lists(case),
    )


def _numbers(case: Case) -> str:
    """How many are proposed; that nobody is by the rules, or that nobody is left after the vote."""
    if case.forms:
        return case.fill(words.NUMBERS)
    return words.NOBODY_CARRIED if len(case.votes) else words.NO_UNITS


def _lists(case: Case) -> tuple[Annex, ...]:
    return (
        Annex(
            case.fill(words.COLLECTIVES_ABOUT), (dossier_lists.collectives(case),), landscape=True
        ),
        Annex(case.fill(words.PERSONS_ABOUT), (dossier_lists.persons(case),), landscape=True),
    )


def collectives(case: Case) -> Iterator[Draft]:
    """Danh sách trích ngang tập thể, apart from the proposal."""
    blocks = (dossier_lists.collectives_upright(case), Text(_numbers(case)))
    yield draft(
        case,
        "collectives",
        case.secretariat("DS"),
        words.COLLECTIVES,
        words.COLLECTIVES_ABOUT,
        blocks,
    )


def persons(case: Case) -> Iterator[Draft]:
    """Danh sách trích ngang cá nhân: places for the names that units put forward."""
    pattern = words.PERSONS_SAID if case.persons else words.PERSONS_NONE
    said = case.fill(words.PERSONS_ENTERED if len(case.nominees) else pattern)
    blocks = (dossier_lists.persons(case, width=UPRIGHT), Text(said))
    yield draft(case, "persons", case.secretariat("DS"), words.PERSONS, words.PERSONS_ABOUT, blocks)


def summary(case: Case) -> Iterator[Draft]:
    """Tóm tắt thành tích: one paragraph a proposed collective."""
    told: list[Block] = [
        Item(words.SUMMARY_OF.format(name=one.name, form=one.form, deeds=deeds(case, one)))
        for one in _rows(case)
    ]
    blocks = told or [Text(words.NO_UNITS)]
    yield draft(case, "summary", case.secretariat("TT"), words.SUMMARY, words.SUMMARY_ABOUT, blocks)


def _rows(case: Case) -> Iterator[Any]:
    yield from case.carried.itertuples(index=False)


def decided_here(case: Case, form: str) -> bool:
    """Whether the plan's owner gives a form itself: its own office decides by the law, or where that is silent stands in the form's name (“… của Chủ tịch Ủy ban nhân dân tỉnh”)."""
    plan, title = case.material.standing.plan, case.title(form)
    office = plan.owner.removesuffix(place_name(plan.province)).strip()
    who = (title and title.decides) or form
    return office.lower() in who.lower().replace(words.LEVEL, "")


def decision(case: Case) -> Iterator[Draft]:
    """Dự thảo quyết định khen thưởng: one article for the forms that the owner gives, with the list of each as an annex; forms of a higher level are in the proposal alone."""
    issued = _decider(case)
    forms = [form for form in case.forms if decided_here(case, form)]
    grounds = [Text(case.fill(one)) for one in words.DECISION_GROUNDS]
    awards = [_award(case, form) for form in forms] or [
        case.fill(words.ARTICLES[0], form=words.NO_FORM, units=f"{words.DOTS} tập thể")
    ]
    rest = [case.fill(one) for one in words.ARTICLES[1:]]
    first = [Text(f"{words.ARTICLE.format(number=1)}{' '.join(awards)}", lead=7)]
    others = [
        Text(f"{words.ARTICLE.format(number=number)}{text}", lead=7)
        for number, text in enumerate(rest, start=2)
    ]
    annexes = tuple(one for form in forms for one in _awarded(case, form))
    yield draft(
        case,
        "decision",
        issued,
        words.DECISION,
        words.DECISION_ABOUT,
        (
            *_chair(case),
            *grounds,
            *vote_papers.open_points(case),
            Centred(words.DECIDES),
            *first,
            *others,
        ),
        annexes=annexes,
    )


def _awarded(case: Case, form: str) -> Iterator[Annex]:
    """The list of collectives with a form, and of persons once some are put forward."""
    head = words.COLLECTIVES.capitalize()
    collectives_of = f"{head} tập thể được tặng {form}"
    if (case.carried["form"] == form).any():
        yield Annex(collectives_of, (dossier_lists.awarded_collectives(case, form),))
    if (case.carried_persons["form"] == form).any():
        title = f"{head} {words.PERSONS_OF.format(form=form)}"
        yield Annex(title, (dossier_lists.awarded_persons(case, form),))


def _chair(case: Case) -> list[Block]:
    """A committee's commendations are its chair's decisions, by the law on local government."""
    owner = case.material.standing.plan.owner
    if not owner.startswith(words.COMMITTEE):
        return []
    return [Centred(words.CHAIR_OF.format(owner=owner.upper())), Text(words.LOCAL_LAW)]


def _decider(case: Case) -> Issuer:
    """The chair signs for himself, never on behalf of the whole committee."""
    usual = case.owner("QĐ")
    lines = [one for one in usual.signature.offices if not one.startswith(words.FOR_ALL)]
    return Issuer(usual.office, Signature(tuple(lines)), words.DECISION_COPIES)


def _award(case: Case, form: str) -> str:
    units, persons = int((case.carried["form"] == form).sum()), case.persons_of(form)
    told = f"{units} tập thể" if units else ""
    if persons:
        number = persons if len(case.nominees) else words.DOTS
        told += words.ON_PERSONS.format(number=number) if told else f"{number} cá nhân"
    return case.fill(words.ARTICLES[0], form=form, units=told)
