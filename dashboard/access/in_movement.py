"""What an account is in a movement other than the first: by the rights given there, an administrator of the installation in all. No right: nobody."""

from __future__ import annotations

from collections.abc import Collection

from dashboard.access.permissions import ADMIN, IN_MOVEMENT, UNIT, Person, fault_in_roles
from dashboard.wording import movement_words as words


def person_in(person: Person | None, roles: frozenset[str], unit: str | None) -> Person | None:
    """Somebody of the first movement as they are in another, where they were given these roles; None where they are nobody there.

    >>> lan = Person("Lan", frozenset({"secretary"}), None, "lan")
    >>> person_in(lan, frozenset(), None), person_in(lan, frozenset({"unit"}), "SNV").unit
    (None, 'SNV')
    >>> sorted(person_in(lan._replace(roles=frozenset({"admin", "secretary"})), frozenset({"member"}), None).roles)
    ['admin', 'member']
    """
    if person is None or person.account is None:
        return person
    given = roles & frozenset(IN_MOVEMENT)
    if ADMIN in person.roles:
        return person._replace(roles=given - {UNIT} | {ADMIN}, unit=None)
    return person._replace(roles=given, unit=unit) if given else None


def fault_in_right(
    name: str, is_admin: bool, roles: Collection[str], unit: str | None, units: Collection[str]
) -> str | None:
    """Why an account cannot be given these roles in a further movement, in a sentence; None if it can. No roles: they are taken away."""
    if not roles:
        return None
    if not set(roles) <= set(IN_MOVEMENT):
        return words.NO_ADMIN
    if is_admin and UNIT in roles:
        return words.ADMIN_IS_NO_UNIT.format(name=name)
    return fault_in_roles(roles, unit, units, first=False)
