"""A document of a dossier as one small object: its code, and what makes it from an edition."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from dashboard.exports.dossier import dossier_words as words
from dashboard.exports.dossier.dossier_case import Case
from dashboard.exports.paper.contents import Annex, Block, Issuer, Paper, Sheet


@dataclass(frozen=True)
class Draft:
    """One document ready to be set: its file's name without ending, and what it says."""

    name: str
    paper: Paper | Sheet


@dataclass(frozen=True)
class Document:
    """A kind of document: `code` (its name in `dossier_words.NAMES`), and what makes it: one draft, or one a unit."""

    code: str
    make: Callable[[Case], Iterable[Draft]]


def draft(
    case: Case,
    code: str,
    issued: Issuer,
    kind: str,
    subject: str,
    blocks: Iterable[Block],
    *,
    annexes: tuple[Annex, ...] = (),
    addressees: tuple[str, ...] = (),
    second: tuple[str, ...] = (),
    numbered: bool = True,
    name: str = "",
    about: Mapping[str, str] | None = None,
) -> Draft:
    """An official paper of the dossier, with the marks of its edition. `subject` is a pattern; `about`: what is put into it beside what the case knows."""
    paper = Paper(
        issued.office,
        case.fill(subject, **(about or {})),
        tuple(blocks),
        issued.signature,
        issued.copies,
        kind=kind,
        addressees=addressees,
        annexes=annexes,
        is_draft=numbered,
        is_numbered=numbered,
        second=second,
        mark=case.pack.mark,
        foot=case.pack.seal_line,
        as_of=case.pack.as_of,
    )
    return Draft(name or words.NAMES[code], paper)
