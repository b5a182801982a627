"""A changed plan written into the file that it came from: only what changed is touched, comments, order and layout of the rest stay."""

from __future__ import annotations

from collections.abc import MutableMapping
from typing import Any

import tomlkit
from tomlkit.items import AoT, Comment, Table, Whitespace

from dashboard.plan.checks import read_checked
from dashboard.plan.leaves import keyed, shapes
from dashboard.plan.model import Plan, dump_plan
from dashboard.plan.parts import Part


def rewritten(body: str, plan: Plan) -> str:
    """The text of a plan file with this plan in it. In: a text that `load_plan` reads. Out: a text that it reads to `plan`.

    Example: “max = 60 # QĐ 45” with a maximum of 50 becomes “max = 50 # QĐ 45”. A layout that cannot be kept gives a plain new file.
    """
    document = tomlkit.parse(body)
    _write(document, read_checked(body), plan)
    text = tomlkit.dumps(document)
    return text if read_checked(text) == plan else dump_plan(plan)


def _write(place: Any, old: Part, new: Part) -> None:
    """Put into a table of the file whatever differs between what it says and what it is to say."""
    for name, (shape, _) in shapes(type(new)).items():
        was, now = getattr(old, name), getattr(new, name)
        if was == now:
            continue
        if shape == "list":
            _write_list(place, name, was, now)
        elif shape == "map":
            _write_map(place, name, was, now)
        elif shape == "part" and was is not None and now is not None and name in place:
            _write(place[name], was, now)
        else:
            _put(place, name, now)


def _put(place: MutableMapping, name: str, value: Any) -> None:
    if value is None:
        place.pop(name, None)
    else:
        place[name] = _plain(value)


def _plain(value: Any) -> Any:
    """A value as TOML has it; a part as a table without what is left to its defaults."""
    if isinstance(value, Part):
        return value.model_dump(exclude_none=True, exclude_defaults=True)
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return value


def _write_map(place: Any, name: str, was: dict[str, str], now: dict[str, str]) -> None:
    if name not in place:
        place[name] = dict(now)
        return
    for key in {**was, **now}:
        if was.get(key) != now.get(key):
            _put(place[name], key, now.get(key))


def _write_list(place: Any, name: str, was: tuple[Part, ...], now: tuple[Part, ...]) -> None:
    """Parts that stay are written into their own tables, which keep their comments; those that went go, new ones come at their place."""
    held = place.get(name)
    if not isinstance(held, AoT):
        place[name] = _inline(held, was, now)
        return
    known = dict(zip(keyed(was), list(held), strict=True))
    old, new = keyed(was), keyed(now)
    for key, table in known.items():
        if key in new:
            _write(table, old[key], new[key])
    if list(old) == list(new):
        return
    tables = [known[key] if key in known else _table(part) for key, part in new.items()]
    _keep_comments([*known.values()], tables)
    place[name] = _array(tables)


def _inline(held: Any, was: tuple[Part, ...], now: tuple[Part, ...]) -> Any:
    """A list that is written in one line, or not at all yet: its parts that stay keep their text."""
    if not held:
        return _array([_table(one) for one in now]) if now else []
    known, old = dict(zip(keyed(was), list(held), strict=True)), keyed(was)
    array = tomlkit.array().multiline(True)
    for key, part in keyed(now).items():
        if key in known:
            _write(known[key], old[key], part)
            array.append(known[key])
        else:
            table = tomlkit.inline_table()
            table.update(_plain(part))
            array.append(table)
    return array


def _array(tables: list[Table]) -> AoT:
    array = tomlkit.aot()
    for one in tables:
        array.append(one)
    return array


def _table(part: Part) -> Table:
    table = tomlkit.table()
    for name, value in _plain(part).items():
        table[name] = value
    table.add(tomlkit.nl())
    return table


def _keep_comments(before: list[Table], after: list[Table]) -> None:
    """What is written below a part that goes speaks of the next one: it moves to the part before it that stays."""
    stays = {id(one) for one in after}
    for number, table in enumerate(before):
        earlier = next((one for one in reversed(before[:number]) if id(one) in stays), None)
        if id(table) in stays or earlier is None:
            continue
        for item in _tail(table):
            earlier.value.body.append((None, item))


def _tail(table: Table) -> list[Comment | Whitespace]:
    """Comments and empty lines at the end of a table, from the first comment on."""
    items: list[Comment | Whitespace] = []
    for key, item in reversed(table.value.body):
        if key is not None or not isinstance(item, Comment | Whitespace):
            break
        items.insert(0, item)
    first = next((n for n, one in enumerate(items) if isinstance(one, Comment)), len(items))
    return items[first:]
